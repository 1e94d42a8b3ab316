"""Documents of a case: which there are to choose from, and one that was issued."""

from collections.abc import Mapping, Sequence

from core.model.case import Case
from core.model.evidence import Evidence
from core.model.message import Button, Message
from core.model.notice import Notice
from core.model.paper import PaperKind
from core.screens.case_head import head_of
from core.screens.picks import in_rows


def papers_listed(
    case: Case, kinds: Sequence[PaperKind], notices: Sequence[Notice], *, has_dossier: bool = False
) -> Message:
    """A button for each form, for each notice that the reader may have, and for the whole dossier."""
    forms = [Button(f"paper_{kind.value}", "paper_of", case.id, case.version, kind.value) for kind in kinds]
    of_notices = [Button("paper_of_notice", "notice_pdf", one.id, text=one.number) for one in notices]
    return Message(
        template="papers_listed",
        data=head_of(case)
        | {
            "count": len(forms) + len(of_notices),
            "notices": [_receipts(one) for one in notices],
        },
        rows=(
            *in_rows([*forms, *of_notices], 2),
            ((Button("take_dossier", "dossier", case.id, case.version),) if has_dossier else ()),
            (Button("back", "case", case.id, case.version),),
        ),
    )


def _receipts(notice: Notice) -> Mapping[str, object]:
    """What has happened to a notice since, each by its date, as far as it has."""
    happened = {
        "handed_over": notice.handed_over_at,
        "delivered": notice.delivered_at,
        "seen": notice.seen_at,
        "acknowledged": notice.acknowledged_at,
        "agreed": notice.agreed_at,
        "refused": notice.refused_at,
        "lifted": notice.lifted_at,
    }
    dated = [(at, what) for what, at in happened.items() if at is not None]
    return {
        "number": notice.number,
        "issued_at": notice.issued_at,
        "receipts": dated,
        "before": notice.refused_before,
    }


def dossier_taken(parts: Sequence[Evidence], case: Case) -> Message:
    """The packed dossier, beneath a line that says how to check it."""
    return Message(
        template="dossier_taken",
        data=head_of(case)
        | {
            "parts": [(part.name, part.sha256) for part in parts],
        },
        files=tuple(part.id for part in parts),
    )


def paper_issued(piece: Evidence, number: str, case_id: int | None = None) -> Message:
    """The document itself, beneath a line that says what it is."""
    return Message(
        template="paper_issued",
        data={"case_id": case_id, "number": number, "name": piece.name, "hash": piece.sha256},
        files=(piece.id,),
    )
