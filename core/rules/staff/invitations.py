"""How long an invitation holds, how many wrong numbers lock it, and how its secret is kept."""

from datetime import datetime, timedelta
from hashlib import sha256
from typing import Final

from core.model.invitation import Invitation

VALID_FOR: Final = timedelta(hours=72)
MOST_TRIES: Final = 3


def hash_of(secret: str) -> str:
    """What is stored instead of the secret."""
    return sha256(secret.encode()).hexdigest()


def link_of(bot_name: str, secret: str) -> str:
    """The link that opens the chat with the bot (its username without @) and hands it the secret."""
    return f"https://t.me/{bot_name}?start={secret}"


def is_open(invitation: Invitation, now: datetime) -> bool:
    """Whether it can still be used: not used, not locked, not expired (the last instant still counts)."""
    return invitation.used_at is None and invitation.wrong_tries < MOST_TRIES and now <= invitation.expires_at


def tries_left(invitation: Invitation) -> int:
    """How many wrong numbers it still bears."""
    return max(0, MOST_TRIES - invitation.wrong_tries)
