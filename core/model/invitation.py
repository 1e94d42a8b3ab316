"""A one-time invitation link to the bot."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Invitation:
    """An invitation for one person; only the hash of its secret is kept.

    `opened_by` is the chat in which the link was opened and the employee number is being asked.
    """

    id: int = 0
    person_id: int
    secret_hash: str
    expires_at: datetime
    opened_by: int | None = None
    used_at: datetime | None = None
    wrong_tries: int = 0
