"""The forms about a case: record, incident, disposition, corrective actions, 8D report, and the dossier."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from core.model.assessment import Assessment
from core.model.case import Case
from core.model.corrective_plan import CorrectivePlan
from core.model.dossier import Dossier
from core.model.duty import Duty
from core.model.evidence import Evidence
from core.model.label import Label
from core.model.notice import Notice
from core.model.paper import Paper, PaperKind
from core.model.party import Party
from core.papers.corrective import corrective_data
from core.papers.heading import EVERY_DAY_WITH_ITS_YEAR
from core.papers.timeline import timeline
from core.rulebook.compiled import CompiledRulebook
from core.rules.corrective.corrective_file import CorrectiveFile
from core.rules.draft.intake_asked import IntakeAsked
from core.rules.draft.intake_gaps import given_by
from core.rules.draft.intake_said import answers_said, channel_said
from core.screens.kin import Linked
from core.screens.shares import ShareLine, share_lines

OF_CASES: Final = (
    PaperKind.COMPLAINT_RECORD,
    PaperKind.INCIDENT_REPORT,
    PaperKind.DISPOSITION_REPORT,
    PaperKind.CORRECTIVE_ACTIONS,
    PaperKind.EIGHT_D,
    PaperKind.DOSSIER,
)
# forms on which amounts of persons stand
WITH_AMOUNTS: Final = frozenset({PaperKind.DISPOSITION_REPORT, PaperKind.DOSSIER})
# so much of a hash tells one file from another on paper
_HASH_SHOWN: Final = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFile:
    """All that the forms of a case are filled from; `figures` is None while there are none.

    `plans` are the rounds in which its cause is corrected, `corrective` the present one.
    """

    dossier: Dossier
    figures: Assessment | None
    rulebook: CompiledRulebook
    asked: IntakeAsked
    pieces: tuple[Evidence, ...]
    corrective: CorrectiveFile
    plans: tuple[CorrectivePlan, ...] = ()
    notices: tuple[Notice, ...] = ()
    links: tuple[Linked, ...] = ()

    @property
    def case(self) -> Case:
        """The case itself."""
        return self.dossier.case


def case_paper(kind: PaperKind, file: CaseFile, language: str) -> Paper:
    """That form about the case as it stands, without anybody's amount unless the form is about them."""
    case = file.case
    return Paper(
        kind=kind,
        language=language,
        number=case.number,
        case_id=case.id,
        data=_complaint(file)
        | _investigation(file)
        | _work(file)
        | corrective_data(file.corrective, file.plans)
        | _around(file)
        | {"today": EVERY_DAY_WITH_ITS_YEAR},
    )


def _around(file: CaseFile) -> dict[str, object]:
    return {
        "timeline": timeline(file.dossier, file.notices),
        "links": [
            {"kind": one.link.kind, "number": one.other.number, "at": one.link.linked_at}
            for one in file.links
            if one.link.joins
        ],
        "notices": [
            {
                "number": notice.number,
                "name": file.dossier.name(notice.person_id),
                "amount": notice.amount,
                "delivered_at": notice.delivered_at or notice.handed_over_at,
            }
            for notice in file.notices
            if notice.is_standing
        ],
    }


def _complaint(file: CaseFile) -> dict[str, object]:
    case, dossier = file.case, file.dossier
    return {
        "case": case,
        "site": case.site,
        "site_name": dossier.company.site(case.site).name,
        "reporter": dossier.name(case.reporter_id),
        "answers": answers_said(case.answers, file.asked),
        "channel": channel_said(given_by(case), file.asked),
        "pieces": [_piece(piece) for piece in file.pieces],
    }


def _piece(piece: Evidence) -> Mapping[str, object]:
    return {
        "kind": piece.kind,
        "text": piece.text,
        "name": piece.name,
        "at": piece.received_at,
        "hash": piece.sha256[:_HASH_SHOWN],
        "sha256": piece.sha256,
    }


def _investigation(file: CaseFile) -> dict[str, object]:
    dossier = file.dossier
    return {
        "owner": dossier.name(dossier.case.owner_id),
        "cause_label": dossier.cause_label(),
        "words": dossier.glossary,
        "figures": file.figures,
        "rulebook": file.rulebook,
        "parties": [
            {
                "name": dossier.name(party.person_id),
                "department": party.department,
                "role": dossier.glossary.role(party.role),
                "hearing": party.hearing,
                "amount": line.amount,
                "held": line.held,
            }
            for party, line in _charged(file)
        ],
        "decisions": [
            {
                "act": one.act,
                "desk": dossier.glossary.offices.get(one.desk, one.desk),
                "name": dossier.signed(one),
                "at": one.decided_at,
                "reason": one.reason,
            }
            for one in dossier.standing()
        ],
    }


def _charged(file: CaseFile) -> Iterator[tuple[Party, ShareLine]]:
    """Everybody who is charged, with their line; what of it is a fine that is not charged stands beside it."""
    lines = {line.person_id: line for line in share_lines(file.dossier, file.figures)}
    return ((party, lines[party.person_id]) for party in file.dossier.charged())


def _work(file: CaseFile) -> dict[str, object]:
    demanded = [duty for duty in file.dossier.duties if duty.is_demanded and not duty.has_fallen_away]
    return {
        "duties": [_duty(duty, file) for duty in demanded],
        "copies": _copies(demanded, file),
    }


def _duty(duty: Duty, file: CaseFile) -> Mapping[str, object]:
    return {
        "label": duty.label,
        "clause": duty.clause,
        "due": duty.due_at,
        "done_at": duty.done_at or duty.finished_at,
        "by": file.dossier.name(duty.done_by or duty.finished_by),
    }


def _copies(demanded: list[Duty], file: CaseFile) -> tuple[Label | str, ...]:
    """The offices that get a sheet of their own, each once, in the order of the rulebook.

    An office for which the rulebook has no word is the role's id: the company's word for it is a text.
    """
    rules, offices_said = file.rulebook.edition.duties, file.dossier.glossary.offices
    offices = [office for duty in demanded if duty.rule in rules for office in rules[duty.rule].copies]
    return tuple(offices_said.get(office, office) for office in dict.fromkeys(offices))
