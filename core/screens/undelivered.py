"""What an admin sees of a message that could not be sent, and what can be done about it."""

from core.model.duty import Duty
from core.model.message import Button, Message, Urgency


def undelivered_card(duty: Duty) -> Message:
    """For whom, about which case, what Telegram answered; a notice can go on paper. Not the text: it is private."""
    names = ("name", "number", "fault", "outbox_id")
    return Message(
        template="undelivered_asked",
        card=f"undelivered:{duty.id}",
        urgency=Urgency.NOTICE,
        data={name: duty.data[name] for name in names}
        | {
            "case_id": duty.case_id,
            "is_notice": bool(duty.data["notice_id"]),
            "done_at": duty.done_at,
            "how": duty.data.get("how", ""),
            "by": duty.data.get("by", ""),
            "reason": duty.data.get("reason", ""),
        },
        rows=_rows(duty) if duty.is_open else (),
    )


def reason_asked(duty: Duty) -> Message:
    """Why it need not be sent any more."""
    back = Button("back", "unsent", duty.id, duty.version)
    return Message(
        template="undelivered_reason_asked",
        data={"case_id": duty.case_id, "name": duty.data["name"], "number": duty.data["number"]},
        rows=((back,),),
    )


def _rows(duty: Duty) -> tuple[tuple[Button, ...], ...]:
    again = Button("send_again", "unsent_again", duty.id, duty.version)
    paper = Button("send_on_paper", "unsent_paper", duty.id, duty.version)
    give_up = Button("send_no_more", "unsent_drop", duty.id, duty.version)
    return ((again, paper), (give_up,)) if duty.data["notice_id"] else ((again, give_up),)
