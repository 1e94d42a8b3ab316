"""Days in earlier records: as people write them, with a time after them, and as sheets count them."""

import re
from datetime import date, timedelta
from typing import Final

from core.rules.staff.staff_dates import staff_date
from core.rules.typed.half_width import half_width

_TIME: Final = re.compile(r"[ T]+\d{1,2}:\d{2}.*$", re.DOTALL)
_TOGETHER: Final = re.compile(r"(\d{4})(\d{2})(\d{2})")
# a sheet counts days from here; what is counted lies between 1990 and 2099
_FIRST: Final = date(1899, 12, 30)
_LONGEST: Final = 5
_COUNTED: Final = range((date(1990, 1, 1) - _FIRST).days, (date(2100, 1, 1) - _FIRST).days)


def sheet_day(text: str) -> date | str:
    """The day; the key of a fault if it is not written as a day (`date_form`), or there is none (`date_impossible`, `date_beyond`)."""
    plain = _TIME.sub("", half_width(text).strip())
    if plain.isdecimal() and len(plain) <= _LONGEST and int(plain) in _COUNTED:
        return _FIRST + timedelta(days=int(plain))
    if whole := _TOGETHER.fullmatch(plain):
        plain = "-".join(whole.groups())
    return staff_date(plain)
