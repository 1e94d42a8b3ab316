"""A message somebody sent, as a piece of evidence."""

from datetime import datetime
from typing import Any, Final

from telegram import (
    Message,
    MessageOriginChannel,
    MessageOriginChat,
    MessageOriginHiddenUser,
    MessageOriginUser,
)

from core.model.evidence import MOST_FETCHED, Evidence, Holder, Kind, Storing
from handlers.cleaning import cleaned
from handlers.turn import Turn

FILES: Final = (
    ("document", Kind.DOCUMENT),
    ("video", Kind.VIDEO),
    ("video_note", Kind.VIDEO),
    ("voice", Kind.VOICE),
    ("audio", Kind.AUDIO),
)


def piece_from(turn: Turn) -> Evidence | None:
    """The piece, held by nothing yet; None for what is no evidence (a sticker, a location, a poll …)."""
    message = turn.update.message
    if message is None:
        return None
    found = _file_in(message)
    if found is None and not turn.words:
        return None
    kind, file = found or (Kind.TEXT, None)
    name, at = _origin(message)
    return Evidence(
        holder=Holder.DRAFT,
        holder_id=0,
        kind=kind,
        **_file_facts(file),
        text=turn.words,
        media_group_id=message.media_group_id or "",
        origin_name=name,
        origin_at=at,
        chat_id=turn.chat_id,
        message_id=message.message_id,
        received_by=turn.actor.id,
        received_at=message.date,
    )


def has_file(message: Message | None) -> bool:
    """Whether the message brings a photo, document, video, voice or audio."""
    return message is not None and _file_in(message) is not None


def is_forwarded(message: Message | None) -> bool:
    """Whether the message was forwarded from somewhere."""
    return message is not None and message.forward_origin is not None


def _file_in(message: Message) -> tuple[Kind, Any] | None:
    if message.photo:
        return Kind.PHOTO, message.photo[-1]
    return next(((kind, getattr(message, name)) for name, kind in FILES if getattr(message, name)), None)


def _file_facts(file: Any) -> dict[str, Any]:  # noqa: ANN401 - any of Telegram's file types
    if file is None:
        return {"storing": Storing.NO_FILE}
    size = file.file_size or 0
    return {
        "storing": Storing.TOO_BIG if size > MOST_FETCHED else Storing.TO_FETCH,
        "file_id": file.file_id,
        "file_unique_id": file.file_unique_id,
        "name": cleaned(getattr(file, "file_name", None) or ""),
        "mime": getattr(file, "mime_type", None) or "",
        "size": size,
    }


def _origin(message: Message) -> tuple[str, datetime | None]:
    origin = message.forward_origin
    if isinstance(origin, MessageOriginUser):
        return cleaned(origin.sender_user.full_name), origin.date
    if isinstance(origin, MessageOriginHiddenUser):
        return cleaned(origin.sender_user_name), origin.date
    if isinstance(origin, MessageOriginChat):
        return cleaned(origin.sender_chat.effective_name or ""), origin.date
    if isinstance(origin, MessageOriginChannel):
        return cleaned(origin.chat.effective_name or ""), origin.date
    return "", None
