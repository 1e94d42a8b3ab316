"""What the staff file says of a person."""

from dataclasses import dataclass
from datetime import date

from core.model.roles import Grant


@dataclass(frozen=True, slots=True, kw_only=True)
class Employee:
    """One person as the staff file describes them; `left_on` is the last day of work."""

    employee_no: str
    name: str
    department: str
    site: str
    region: str = ""
    manager_no: str | None = None
    deputy_no: str | None = None
    joined_on: date | None = None
    transferred_on: date | None = None
    left_on: date | None = None
    language: str = "zh-Hans"
    grants: tuple[Grant, ...] = ()
    pinyin: str = ""
