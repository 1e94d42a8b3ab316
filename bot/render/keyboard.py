"""Buttons as Telegram takes them."""

from collections.abc import Iterator, Mapping
from typing import Any

from bot.render.folding import folded
from bot.render.strings import Strings
from core.model.message import Button

DATA_LIMIT = 64


def keyboard(rows: tuple[tuple[Button, ...], ...], strings: Strings) -> Mapping[str, Any] | None:
    """The inline keyboard, or None without any button."""
    shown = [one for row in rows if row for one in _shown(row, strings)]
    return {"inline_keyboard": shown} if shown else None


def _shown(row: tuple[Button, ...], strings: Strings) -> Iterator[list[dict[str, Any]]]:
    """The row, broken where its labels would be cut short on a telephone."""
    buttons = [_button(button, strings) for button in row]
    for part in folded([button["text"] for button in buttons]):
        yield buttons[part]


def _button(button: Button, strings: Strings) -> dict[str, Any]:
    shown: dict[str, Any] = {"text": _said(button, strings)}
    if button.style:
        shown["style"] = button.style
    if button.copy:
        return shown | {"copy_text": {"text": button.copy}}
    pressed = button.pressed()
    if len(pressed.encode()) > DATA_LIMIT:
        raise ValueError(f"button data is over {DATA_LIMIT} bytes: {pressed}")
    return shown | {"callback_data": pressed}


def _said(button: Button, strings: Strings) -> str:
    """The label with `text` in its place for data, or the one of the two that there is."""
    words = strings.text("buttons", button.label) if button.label else "{}"
    return words.replace("{}", button.text) if "{}" in words else button.text or words
