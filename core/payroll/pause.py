"""Until when a deduction is paused, as finance types it."""

from datetime import date
from typing import Final

from core.errors import NotAllowed
from core.payroll.month import Month
from core.rules.typed.half_width import half_width

OPEN_ENDED: Final = "0"


def pause_until(text: str, today: date) -> str:
    """The last month of the pause; empty for one that holds until somebody ends it.

    NotAllowed: `pause_month_unreadable`, or `pause_is_over` for a month whose wages are paid by now.
    """
    said = half_width(text).strip()
    if said == OPEN_ENDED:
        return ""
    try:
        month = Month.of(said)
    except ValueError:
        raise NotAllowed("pause_month_unreadable", text=text[:50]) from None
    if month.next < Month.around(today):
        raise NotAllowed("pause_is_over", month=str(month), today=today)
    return str(month)
