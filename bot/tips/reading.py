"""A tip in words, for the holder of the key."""

import base64
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import PurePath
from typing import Any

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from bot.tips.sealing import WrongKey, opened
from bot.tips.sender import CONTENTS, Content, Sender
from core.model.tip import Tip, TipPiece


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One message of a tip: when, what, from whom it was forwarded, whether it changes an earlier one."""

    at: datetime
    words: str
    forwarded_from: str
    is_edit: bool
    sender: Sender
    chat: int
    suffix: str


def read_piece(piece: TipPiece, tip: Tip, private: X25519PrivateKey) -> Said:
    """What the piece says; WrongKey with another key, or for a piece that was moved or changed."""
    content = _content(opened(base64.b64decode(piece.sealed), private, tip.number), tip)
    is_edit = "edited_message" in content.update
    message = content.update["edited_message" if is_edit else "message"]
    return Said(
        at=datetime.fromtimestamp(message.get("edit_date") or message["date"], UTC),
        words=_whole(message.get("text") or message.get("caption") or ""),
        forwarded_from=_whole(_origin(message.get("forward_origin") or {})),
        is_edit=is_edit,
        sender=content.sender,
        chat=message["chat"]["id"],
        suffix=_suffix(message),
    )


def _content(raw: bytes, tip: Tip) -> Content:
    try:
        return CONTENTS.validate_python(json.loads(raw))
    except ValueError as error:
        raise WrongKey(tip.number) from error


def _whole(words: str) -> str:
    """The words as they can be printed: in place of half a character stands a question mark."""
    return words.encode(errors="replace").decode()


def _suffix(message: Mapping[str, Any]) -> str:
    """With which ending its file is saved: its own, if that is a plain one."""
    if message.get("photo"):
        return ".jpg"
    files = (message.get(kind) or {} for kind in ("document", "video", "audio", "animation"))
    found = next((suffix for file in files if (suffix := PurePath(str(file.get("file_name"))).suffix)), "")
    return found if found[1:].isalnum() else ".bin"


def _origin(origin: Mapping[str, Any]) -> str:
    user = origin.get("sender_user") or {}
    names = (user.get("first_name"), user.get("last_name"))
    return " ".join(name for name in names if name) or str(origin.get("sender_user_name") or "")
