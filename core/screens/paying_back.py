"""Money that goes back to somebody who has left, outside the payroll: finance pays it, and says so."""

from core.model.duty import Duty
from core.model.message import Button, Message, Urgency
from core.model.money import Money


def pay_back_asked(duty: Duty) -> Message:
    """To finance: to whom, how much, from which account, for which case; the button goes once it is paid."""
    names = ("name", "employee_no", "number", "funds")
    return Message(
        template="pay_back_asked",
        card=f"pay_back:{duty.id}",
        urgency=Urgency.URGENT,
        data={name: duty.data[name] for name in names}
        | {
            "case_id": duty.case_id,
            "site": duty.site,
            "amount": Money.of(str(duty.data["amount"])),
            "done_at": duty.done_at,
            "by": duty.data.get("by", ""),
        },
        rows=((Button("paid_back", "paid_back", duty.id, duty.version),),) if duty.is_open else (),
    )
