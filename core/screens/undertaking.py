"""One thing that is planned for a customer: what, by whom, by when, at what cost; and the questions about it."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from core.model.message import Button, Message
from core.model.negotiation import RoundOutcome
from core.model.person import Person
from core.model.remedy import CostClass, RemedyState, Undertaking
from core.rules.remedy.remedy_file import RemedyFile
from core.rules.remedy.remedy_rights import may_certify
from core.screens.picks import Rows, in_rows
from core.screens.remedy import back, button
from core.screens.remedy_head import line, remedy_head

_DAYS: Final = (1, 3, 7, 14)


def undertaking_screen(file: RemedyFile, one: Undertaking) -> Message:
    """What is known of it; while the plan is made, everything can be changed."""
    is_open = file.remedy.state is RemedyState.PLANNING and one.done_at is None
    arg = str(one.id)
    changing = (
        (button("remedy_day", "remedy_day", file, arg), button("remedy_cost", "remedy_cost", file, arg)),
        (button("remedy_owner", "remedy_owner", file, arg), button("remove", "remedy_drop", file, arg)),
    )
    proofs = (button("remedy_files", "remedy_files", file, arg),) if one.done_at else ()
    return Message(
        template="undertaking_shown",
        data=_of(file, one),
        rows=(*(changing if is_open else ()), (*proofs, back(file))),
    )


def kinds_asked(file: RemedyFile) -> Message:
    """Which remedy: only those that the rulebook in force allows."""
    kinds = (button(f"remedy_{kind}", "remedy_kind", file, kind.value) for kind in file.kinds)
    data = remedy_head(file) | {
        "clause": file.rules.clause.split("#")[0] if file.rules and file.rules.kinds else ""
    }
    return Message(template="remedy_kind_asked", data=data, rows=(*in_rows(kinds, 2), (back(file),)))


def what_asked(file: RemedyFile, kind: str) -> Message:
    """What exactly is to be done."""
    return Message(
        template="remedy_what_asked", data=remedy_head(file) | {"kind": kind}, rows=((back(file),),)
    )


def day_asked(file: RemedyFile, one: Undertaking) -> Message:
    """By when; usual days by button."""
    days = [file.dossier.day + timedelta(days=count) for count in _DAYS]
    buttons = (
        button(f"on_day_of_{day.month}", "remedy_day", file, f"{one.id}:{day.isoformat()}", text=str(day.day))
        for day in days
    )
    return Message(template="remedy_day_asked", data=_of(file, one), rows=(tuple(buttons), (_to(file, one),)))


def class_asked(file: RemedyFile, one: Undertaking) -> Message:
    """Of which class the cost is."""
    classes = (button(f"cost_{kind}", "remedy_class", file, f"{one.id}:{kind}") for kind in CostClass)
    return Message(
        template="remedy_class_asked", data=_of(file, one), rows=(*in_rows(classes, 2), (_to(file, one),))
    )


def cost_asked(file: RemedyFile, one: Undertaking, cost_class: str) -> Message:
    """How much, and on what it rests."""
    data = _of(file, one) | {"cost_class": cost_class}
    return Message(template="remedy_cost_asked", data=data, rows=((_to(file, one),),))


def owner_asked(file: RemedyFile, one: Undertaking) -> Message:
    """Who sees to it."""
    return Message(template="remedy_owner_asked", data=_of(file, one), rows=((_to(file, one),),))


def owners_found(file: RemedyFile, one: Undertaking, typed: str, found: Sequence[Person]) -> Message:
    """Who fits what was typed."""
    rows = (
        (
            button(
                "", "remedy_hand", file, f"{one.id}:{person.id}", text=f"{person.name} · {person.department}"
            ),
        )
        for person in found
    )
    return Message(
        template="people_found", data={"typed": typed, "found": len(found)}, rows=(*rows, (_to(file, one),))
    )


def adjustment_asked(file: RemedyFile) -> Message:
    """Why the plan is taken up again."""
    return Message(template="remedy_reason_asked", data=remedy_head(file), rows=((back(file),),))


def proof_asked(file: RemedyFile, one: Undertaking, proofs: int, reader: Person) -> Message:
    """Send the evidence; once there is some, it can be said to be done at the cost agreed, or not.

    Who is named in the case asks somebody else to say so.
    """
    certifies = may_certify(file, one, reader)
    rows = (
        _certifying(file, one)
        if certifies
        else ((button("ask_to_confirm", "remedy_ask", file, str(one.id)),),)
    )
    return Message(
        template="remedy_proof_asked",
        data=_of(file, one) | {"proofs": proofs, "certifies": certifies},
        rows=(*(rows if proofs else ()), (back(file),)),
    )


def _certifying(file: RemedyFile, one: Undertaking) -> Rows:
    arg = str(one.id)
    other = (button("spent_otherwise", "remedy_spent", file, arg),) if one.cost.fen else ()
    again = (button("not_done_yet", "remedy_again", file, arg),) if file.to_confirm(one) else ()
    beside = (*other, *again)
    return ((button("carried_out", "remedy_done", file, arg),), *((beside,) if beside else ()))


def not_done_why(file: RemedyFile, one: Undertaking) -> Message:
    """What is still missing, in the words of whoever was to confirm it."""
    return Message(template="undertaking_why_not", data=_of(file, one), rows=((back(file),),))


def spent_asked(file: RemedyFile, one: Undertaking) -> Message:
    """What it really cost."""
    return Message(template="remedy_spent_asked", data=_of(file, one), rows=((back(file),),))


def round_asked(file: RemedyFile, pieces: int) -> Message:
    """Forward what the customer said; once there is something, say how many pieces it is, and how it ended."""
    now = file.taken_down
    ends = [
        one
        for one in RoundOutcome
        if one is not RoundOutcome.AGREED or file.remedy.state is RemedyState.APPROVED
    ]
    buttons = tuple(button(f"round_{one}", "remedy_end", file, one.value) for one in ends)
    told = {"said": now.said if now else "", "count": len(file.rounds) + (now is None), "pieces": pieces}
    return Message(
        template="remedy_round_asked",
        data=remedy_head(file) | told,
        rows=(*((buttons,) if now else ()), (back(file),)),
    )


def interim_asked(file: RemedyFile, kind: str) -> Message:
    """What was done at once."""
    return Message(template="interim_asked", data=remedy_head(file) | {"kind": kind}, rows=((back(file),),))


def interim_time_asked(file: RemedyFile, kind: str, what: str) -> Message:
    """When it was done: now, or as typed."""
    data = remedy_head(file) | {"kind": kind, "what": what}
    return Message(
        template="interim_time_asked",
        data=data,
        rows=((button("right_now", "interim_now", file), back(file)),),
    )


def dissatisfied_asked(file: RemedyFile) -> Message:
    """What the customer is not satisfied with."""
    return Message(template="dissatisfied_asked", data=remedy_head(file), rows=((back(file),),))


def _of(file: RemedyFile, one: Undertaking) -> dict[str, object]:
    return remedy_head(file) | {"one": line(one, file)}


def _to(file: RemedyFile, one: Undertaking) -> Button:
    return button("back", "undertaking", file, str(one.id))
