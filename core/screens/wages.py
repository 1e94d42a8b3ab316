"""The month's wages sent in chat: which month, what to send, and what came of it."""

from collections.abc import Sequence
from datetime import date, timedelta

from core.model.message import Button, Message, Urgency
from core.payroll.month import Month
from core.payroll.upload import WagesUpload


def month_asked(today: date, *, is_early: bool = False) -> Message:
    """The month before, which is paid now as a rule, and the present one; `is_early`: the file came before its month."""
    this = Month.around(today)
    months = (Month.around(this.first - timedelta(days=1)), this)
    row = tuple(Button("", "wages_of", 0, arg=str(one), text=str(one)) for one in months)
    return Message(template="wages_month_asked", data={"is_early": is_early}, rows=(row,))


def wages_asked(month: Month) -> Message:
    """What the sheet must hold, and what becomes of it."""
    return Message(template="wages_asked", data={"month": str(month)})


def payslips_asked(month: str) -> Message:
    """What comes back from payroll, and what becomes of the file."""
    return Message(template="payslips_asked", data={"month": month})


def sheet_read(upload: WagesUpload, faults: Sequence[str], count: int) -> Message:
    """To whoever sent it: taken, or what is wrong with it, already in words; of very many faults the first ones."""
    template = "wages_refused" if faults else f"{upload.kind.value}_taken"
    return Message(
        template=template,
        urgency=Urgency.NOTICE,
        data={"month": upload.month, "name": upload.name, "faults": faults, "count": count},
    )


def wages_lost(upload: WagesUpload) -> Message:
    """To whoever sent it: Telegram does not give the file out; nothing was taken."""
    return Message(template="wages_lost", urgency=Urgency.NOTICE, data={"name": upload.name})


def wages_still_there(upload: WagesUpload) -> Message:
    """To whoever sent it: the bot could not take the message out of the chat."""
    return Message(template="wages_still_there", urgency=Urgency.NOTICE, data={"name": upload.name})
