"""The card on which a supervisor confirms their people's responsibility, or objects."""

from core.model.assessment import Assessment
from core.model.decision import Act, Decision
from core.model.dossier import Dossier
from core.model.duty import Duty
from core.model.message import Button, Message, Urgency
from core.model.person import Person
from core.rules.figures.approval_chain import next_step
from core.rules.figures.desks import desks
from core.rules.figures.entitled import CONFIRM
from core.rules.figures.who_approves import who_may_pass
from core.rules.figures.who_confirms import departments_named, who_confirms
from core.rules.typed.masked_phones import without_phones
from core.screens.case_head import case_head
from core.screens.shares import share_lines, statements_said


def confirmation_card(department: str, dossier: Dossier, figures: Assessment, reader: Person) -> Message:
    """The reader's card of that department, on the present figures; a party sees that they speak for themselves."""
    case, desk = dossier.case, departments_named(dossier).index(department)
    word = desks(dossier)[department]
    members = {party.person_id for party in dossier.charged() if party.department == department}
    asked = dossier.duties_of(CONFIRM, desk=department, version=case.version)
    return Message(
        template="responsibility_asked",
        card=f"confirm:{case.id}:{case.version}:{desk}",
        urgency=Urgency.URGENT,
        data=case_head(dossier)
        | {
            "department": department,
            "happened": without_phones(case.happened),
            "said": statements_said(dossier),
            "cause": case.cause,
            "loss": figures.direct_loss,
            "grade": figures.grade,
            "lines": share_lines(dossier, figures, members),
            "parties": tuple(person.name for person in who_confirms(department, dossier).instead_of),
            "is_party": reader.id in dossier.party_ids(),
            "also_approves": word is None and _also_approves(department, dossier, figures, reader),
            "due_at": asked[-1].due_at if asked else None,
            "asked_now": dossier.name(asked[-1].owner_id) if asked else "",
            "silent": _silent(dossier, asked),
            "word": word.act if word else None,
            "word_by": dossier.signed(word) if word else "",
            "word_at": word.decided_at if word else None,
            "reason": word.reason if word else "",
            "confirmers": _names(department, dossier),
        },
        rows=(*_answers(dossier, desk, word, reader), _below(dossier)),
    )


def _silent(dossier: Dossier, asked: tuple[Duty, ...]) -> tuple[str, ...]:
    """Who was asked before whoever is asked now, and has not answered."""
    silent = {duty.owner_id: None for duty in asked[:-1] if duty.is_open and duty.owner_id}
    return tuple(dossier.name(owner) for owner in silent if owner != asked[-1].owner_id)


def _also_approves(department: str, dossier: Dossier, figures: Assessment, reader: Person) -> bool:
    """Whether the reader's confirmation, in a supervisor's place, is the next approval as well."""
    asked = next_step(dossier, figures)
    if asked is None or not who_confirms(department, dossier).is_stand_in():
        return False
    return reader.id in {person.id for person in who_may_pass(asked, dossier)}


def _names(department: str, dossier: Dossier) -> tuple[str, ...]:
    return tuple(person.name for person in who_confirms(department, dossier).entitled)


def _answers(
    dossier: Dossier, desk: int, word: Decision | None, reader: Person
) -> tuple[tuple[Button, ...], ...]:
    case = dossier.case
    confirm = Button("confirm", "confirm", case.id, case.version, str(desk))
    if word is None:
        return ((confirm, Button("object", "object", case.id, case.version, str(desk))),)
    if word.person_id == reader.id and word.act in (Act.CONFIRMED, Act.OBJECTED):
        return ((Button("take_back", "take_back", case.id, case.version),),)
    return ((confirm,),) if word.act is Act.KEPT else ()


def _below(dossier: Dossier) -> tuple[Button, ...]:
    case = dossier.case
    return (
        Button("why", "why", case.id, case.version),
        Button("evidence_shown", "evidence", case.id, case.version),
    )
