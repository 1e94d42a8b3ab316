"""A customer's words for those who need not know their telephone."""

import re

from core.rules.draft.found_patterns import PHONE

HEAD, TAIL = 3, 4
_DIGIT = re.compile(r"\d")


def without_phones(text: str) -> str:
    """The text with all but the first three and the last four digits of each telephone number hidden."""
    for pattern in PHONE:
        text = pattern.sub(_masked, text)
    return text


def _masked(match: re.Match[str]) -> str:
    number = match[0]
    places = [place.start() for place in _DIGIT.finditer(number)][HEAD:-TAIL]
    return "".join("*" if place in places else sign for place, sign in enumerate(number))
