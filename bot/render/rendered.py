"""A message in words, ready to be sent."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from core.model.message import Message


@dataclass(frozen=True, slots=True)
class Rendered:
    """Telegram HTML and, where there are buttons, the reply markup."""

    html: str
    markup: Mapping[str, Any] | None = None


class Wording(Protocol):
    """Puts messages into words; an unknown language is served in the main one."""

    main_language: str

    def rendered(self, language: str, message: Message, at: datetime | None = None) -> Rendered:
        """The message in that language, as read at that instant; days of another year are said with the year."""
        ...

    def sentence(
        self, language: str, table: str, key: str, data: Mapping[str, object], at: datetime | None = None
    ) -> str:
        """One plain text of strings, from the table `toasts` or `errors`, as read at that instant."""
        ...
