"""An update from a chat that belongs to nobody the company employs."""

from dataclasses import dataclass

from telegram import Update

from core.ports import UnitOfWork
from handlers.turn import Reply


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """Like a turn, but without a person: `language` is the one of the account, if the company offers it."""

    uow: UnitOfWork
    update: Update
    chat_id: int
    reply: Reply
    words: str = ""
    language: str = "zh-Hans"
