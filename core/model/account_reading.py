"""Somebody has opened the account of another: the person whose it is sees who, and when."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountReading:
    """One reading of one person's account by one who may by their role."""

    id: int = 0
    person_id: int
    reader_id: int
    read_at: datetime
