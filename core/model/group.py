"""A Telegram group linked to a site."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A group that gets the cards of one site's cases; `chat_id` changes when Telegram migrates it."""

    id: int = 0
    chat_id: int
    title: str
    site: str
    linked_by: int
    linked_at: datetime
    is_linked: bool = True
