"""From a rendered message to rows of the outbox, one for each call of the Bot API.

The chat stands in its own column only, so that a group that Telegram moves takes its messages along.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic_core import to_json

from bot.outbox.files import file_calls
from bot.outbox.subjects import case_in, notice_in
from bot.render.rendered import Rendered
from bot.render.split import parts_of
from core.model.evidence import Evidence
from core.model.message import Message

TEXT_LIMIT = 4096
BEFORE_ALL = -1
NO_PREVIEW = {"is_disabled": True}


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a message goes: a chat, a person if it is theirs, and the message it replaces (0: none)."""

    chat_id: int
    person_id: int | None = None
    replaces: int = 0


def message_rows(
    place: Place, message: Message, rendered: Rendered, files: Sequence[Evidence]
) -> list[dict[str, Any]]:
    """The rows of one message: its text in as many parts as needed, the buttons under the last, then its files."""
    parts = parts_of(rendered.html, TEXT_LIMIT)
    calls = [("sendMessage", _text(part)) for part in parts]
    if rendered.markup is not None:
        calls[-1][1]["reply_markup"] = rendered.markup
    if place.replaces and len(parts) == 1:
        calls = [("editMessageText", calls[0][1] | {"message_id": place.replaces})]
    calls += file_calls(files)
    rows = [_row(place, message, method, call) for method, call in calls]
    rows[0]["card"] = message.card
    rows[len(parts) - 1]["notice_id"] = notice_in(message.data)
    for row, once in zip(rows, _once(message.once), strict=False):
        row["once"] = once
    return rows


def answer_row(chat_id: int, callback_id: str, text: str, *, is_alert: bool) -> dict[str, Any]:
    """The answer to a press; it leaves before everything else in its chat."""
    call: dict[str, Any] = {"callback_query_id": callback_id}
    if text:
        call |= {"text": text, "show_alert": is_alert}
    row = _row(Place(chat_id=chat_id), Message(template=""), "answerCallbackQuery", call)
    return row | {"urgency": BEFORE_ALL}


def _text(html: str) -> dict[str, Any]:
    return {"text": html, "parse_mode": "HTML", "link_preview_options": NO_PREVIEW}


def _row(place: Place, message: Message, method: str, call: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "chat_id": place.chat_id,
        "method": method,
        "payload": to_json(call).decode(),
        "card": "",
        "once": None,
        "urgency": int(message.urgency),
        "person_id": place.person_id,
        "case_id": case_in(message.data),
        "notice_id": None,
        "state": "waiting",
        "tries": 0,
        "fault": "",
    }


def _once(key: str) -> Iterator[str | None]:
    yield key or None
    part = 1
    while True:
        part += 1
        yield f"{key}#{part}" if key else None
