"""A message in words, ready to be sent."""

from collections.abc import Mapping
from dataclasses import dataclass
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

    def rendered(self, language: str, message: Message) -> Rendered:
        """The message in that language."""
        ...

    def sentence(self, language: str, table: str, key: str, data: Mapping[str, object]) -> str:
        """One plain text of strings, from the table `toasts` or `errors`."""
        ...
