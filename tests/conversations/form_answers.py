"""What is written into a field of each type, on an intake form or on a duty's."""

from typing import Final

from core.rulebook.duty_rules import FormField
from tests.conversations.desk import Desk
from tests.conversations.pictures import png

_TYPED: Final = {
    "text": "已办妥，有记录",
    "count": "2",
    "decimal": "1.5",
    "money": "120.00",
    "date": "2025-03-03",
    "time": "2025-03-03 08:00",
}
_SOMEBODY: Final = "张伟"
_SHADE: Final = 120


async def answers_duty(desk: Desk, place: str, field: FormField) -> None:
    """Answer the field that the duty's card was asked for."""
    if field.type == "photo":
        await desk.sends(png(_SHADE))
    elif field.type == "person":
        await desk.says(_SOMEBODY)
        await desk.taps("duty_person")
    elif field.type == "boolean":
        await desk.taps("duty_answer", f"{place}={'no' if field.must_be is False else 'yes'}")
    elif field.type == "choice":
        await desk.taps("duty_answer", f"{place}=0")
    else:
        await desk.says(_TYPED[field.type])


async def answers_intake(desk: Desk, field: FormField) -> None:
    """Answer the field that the rulebook asks before a complaint is registered."""
    if field.type == "photo":
        await desk.sends(png(_SHADE))
        await desk.waits(seconds=3)
    elif field.type in ("boolean", "choice"):
        await desk.taps("pick")
    else:
        await desk.says(_TYPED[field.type])
