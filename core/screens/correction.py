"""A correction, for those concerned: what is to be done, what took the place of what, and an apology."""

from core.model.case import Case
from core.model.correction import Correction
from core.model.dossier import Dossier
from core.model.message import Button, Message, Urgency
from core.model.notice import Notice
from core.model.person import Person
from core.payroll.leaving import OwedBack
from core.screens.case_head import head_of


def correction_opened(correction: Correction, dossier: Dossier, by: Person) -> Message:
    """To the investigator: why the figures are theirs again, and by what the new ones are bound."""
    case = dossier.case
    return Message(
        template="correction_opened",
        urgency=Urgency.URGENT,
        data=head_of(case)
        | {
            "correction": correction,
            "by": by.name,
            "person": dossier.name(correction.person_id),
        },
        rows=((Button("investigate", "investigate", case.id, case.version),),),
    )


def notice_replaced(
    old: Notice, new: Notice, case: Case, person: Person, back: OwedBack, *, was_waived: bool = False
) -> Message:
    """To the employee: the earlier notice no longer holds, what stands in its place, and what is paid back when."""
    return Message(
        template="notice_replaced",
        urgency=Urgency.URGENT,
        data=head_of(case)
        | {"name": person.name, "old": old, "old_number": old.number, "new_number": new.number}
        | {"old_amount": old.amount, "new_amount": new.amount, "back": back}
        | {"was_waived": was_waived},
    )


def notice_lifted(
    old: Notice, dossier: Dossier, person: Person, back: OwedBack, *, is_still_charged: bool
) -> Message:
    """To the employee: nothing is owed on it any more, and what is paid back when.

    An apology to whoever was named wrongly; who is still charged by another notice is not told that all is over.
    """
    return Message(
        template="notice_lifted",
        urgency=Urgency.URGENT,
        data=head_of(dossier.case)
        | {"name": person.name, "old_number": old.number, "old_amount": old.amount, "back": back}
        | {
            "was_wrongly_named": dossier.party_of(person.id) is None,
            "is_still_charged": is_still_charged,
        },
    )


def name_cleared(case: Case, person: Person) -> Message:
    """To whoever was named without any amount, and is named no more: that it was wrong."""
    return Message(
        template="name_cleared",
        urgency=Urgency.NOTICE,
        data=head_of(case) | {"name": person.name},
    )


def notice_confirmed(notice: Notice, case: Case, person: Person) -> Message:
    """To the employee: the figures were looked at again, and the notice stands as it was."""
    return Message(
        template="notice_confirmed",
        urgency=Urgency.NOTICE,
        data=head_of(case)
        | {"name": person.name, "old_number": notice.number, "old_amount": notice.amount}
        | {"is_frozen": notice.is_frozen},
    )


def repetition_flagged(duty_id: int, case: Case, person: Person, earlier: str) -> Message:
    """To whoever leads a later case: it counted an earlier one that no longer counts."""
    return Message(
        template="repetition_flagged",
        urgency=Urgency.NOTICE,
        card=f"repetition:{duty_id}",
        data=head_of(case) | {"name": person.name, "earlier": earlier},
        rows=(
            (
                Button("correct_figures", "correct", case.id, case.version),
                Button("no_correction", "leave_as_is", duty_id),
            ),
        ),
    )
