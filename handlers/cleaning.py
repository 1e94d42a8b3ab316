"""Free text of people, made safe to keep and to show: nothing readable is lost."""

import unicodedata

KEPT = frozenset("\n\t")
# marks that turn the direction of the text after them, join or hide it: they could make a screen lie
HIDING = frozenset(
    "\u00ad\u034f\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u2028\u2029\u202a\u202b\u202c\u202d\u202e"
    "\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069\u206a\u206b\u206c\u206d\u206e\u206f\u3164\ufeff\uffa0"
)
BREAKS = {ord("\u2028"): "\n", ord("\u2029"): "\n", ord("\r"): None}


def cleaned(text: str) -> str:
    """The text in NFC, with line breaks kept and without control, bidi and invisible characters."""
    composed = unicodedata.normalize("NFC", text.replace("\r\n", "\n").translate(BREAKS))
    return "".join(mark for mark in composed if mark in KEPT or _is_shown(mark)).strip()


def _is_shown(mark: str) -> bool:
    return mark not in HIDING and unicodedata.category(mark) not in ("Cc", "Cs")
