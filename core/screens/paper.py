"""What a superior sees who has to hand a printed text to somebody without chat."""

from core.model.case import Case
from core.model.duty import Duty
from core.model.message import Button, Message, Urgency
from core.model.person import Person
from core.screens.case_head import head_of


def paper_asked(duty: Duty, person: Person, case: Case) -> Message:
    """Print this, hand it over, press when done; no clock starts before."""
    rows = _receipts(duty) if duty.done_at else (_pdf(duty), _handing(duty))
    return Message(
        template="paper_asked",
        card=f"paper:{duty.id}",
        urgency=Urgency.NOTICE,
        data=head_of(case)
        | {
            "kind": duty.kind,
            "name": person.name,
            "text": duty.data["text"],
            "done_at": duty.done_at,
        },
        rows=tuple(row for row in rows if row),
    )


def _pdf(duty: Duty) -> tuple[Button, ...]:
    """A notice can be printed as a document."""
    notice_id = duty.data.get("notice_id")
    return (Button("pdf", "notice_pdf", int(str(notice_id))),) if notice_id else ()


def _handing(duty: Duty) -> tuple[Button, ...]:
    handed = Button("handed_over", "handed", duty.id)
    return (handed, Button("not_taken", "not_taken", duty.id)) if duty.data.get("notice_id") else (handed,)


def _receipts(duty: Duty) -> tuple[tuple[Button, ...], ...]:
    """Of a notice that was handed over, the signed page is still to come."""
    return ((Button("send_receipt", "receipt", duty.id),),) if duty.data.get("notice_id") else ()
