"""Buttons whose names are a rulebook's: said whole where a press has room for them, else short."""

from dataclasses import replace
from typing import Final

from core.model.message import Button
from core.rules.typed.short_names import short

_ROOM: Final = 64
"""Bytes of a press, by Telegram's rules; names of a rulebook have one byte a character."""


def fitting(button: Button) -> Button:
    """The button, with every name in its argument shortened if it would send too much.

    Names stand between `:` and `=`, as in `17:level=first`.
    """
    if len(button.pressed().encode()) <= _ROOM:
        return button
    place, equals, answer = button.arg.partition("=")
    person, of_person, name = place.rpartition(":")
    return replace(button, arg=f"{person}{of_person}{short(name)}{equals}{short(answer)}")
