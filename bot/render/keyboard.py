"""Buttons as Telegram takes them."""

from collections.abc import Mapping
from typing import Any

from bot.render.strings import Strings
from core.model.message import Button

DATA_LIMIT = 64


def keyboard(rows: tuple[tuple[Button, ...], ...], strings: Strings) -> Mapping[str, Any] | None:
    """The inline keyboard, or None without any button."""
    shown = [[_button(button, strings) for button in row] for row in rows if row]
    return {"inline_keyboard": shown} if shown else None


def _button(button: Button, strings: Strings) -> dict[str, Any]:
    shown: dict[str, Any] = {"text": button.text or strings.text("buttons", button.label)}
    if button.style:
        shown["style"] = button.style
    if button.copy:
        return shown | {"copy_text": {"text": button.copy}}
    pressed = button.pressed()
    if len(pressed.encode()) > DATA_LIMIT:
        raise ValueError(f"button data is over {DATA_LIMIT} bytes: {pressed}")
    return shown | {"callback_data": pressed}
