"""What a superior sees who has to hand a printed text to somebody without chat."""

from core.model.case import Case
from core.model.duty import Duty
from core.model.message import Button, Message, Urgency
from core.model.person import Person


def paper_asked(duty: Duty, person: Person, case: Case) -> Message:
    """Print this, hand it over, press when done; no clock starts before."""
    rows = () if duty.done_at else (_pdf(duty), (Button("handed_over", "handed", duty.id),))
    return Message(
        template="paper_asked",
        card=f"paper:{duty.id}",
        urgency=Urgency.NOTICE,
        data={
            "case_id": case.id,
            "site": case.site,
            "number": case.number,
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
