"""A sheet that was sent in chat, the month's wages or its payslips, until it has been read."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class SheetKind(StrEnum):
    """What stands in it: wages to prepare a batch from, or what was withheld in the end."""

    WAGES = "wages"
    PAYSLIPS = "payslips"


@dataclass(frozen=True, slots=True, kw_only=True)
class WagesUpload:
    """Where the file lies with Telegram, in which message it came, and of which month it is.

    `file_id` is empty once it is read, taken or not: the file is kept nowhere. `gone_at` is when its message went
    from the chat, or that Telegram would not take it away was noted.
    """

    id: int = 0
    person_id: int
    month: str
    name: str
    size: int
    file_id: str
    chat_id: int
    message_id: int
    sent_at: datetime
    read_at: datetime | None = None
    gone_at: datetime | None = None
    kind: SheetKind = SheetKind.WAGES
