"""An export of the company's records that was asked for in chat."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class ExportForm(StrEnum):
    """What it is written as: a workbook, or JSON lines in a ZIP file."""

    XLSX = "xlsx"
    JSON = "json"


class ExportEnd(StrEnum):
    """What became of it: sent, more than a chat takes, not the asker's any more, or not taken by Telegram."""

    SENT = "sent"
    TOO_MUCH = "too_much"
    NOT_THEIRS = "not_theirs"
    NOT_SENT = "not_sent"


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordsExport:
    """Cases registered from that day on at that site; without day or site: all. It is in work until it has ended."""

    id: int = 0
    person_id: int
    form: ExportForm
    site: str = ""
    since: date | None = None
    asked_at: datetime
    ended_at: datetime | None = None
    outcome: ExportEnd | None = None
