"""Whole numbers as our buttons carry them."""


def is_number(text: str, digits: int) -> bool:
    """Whether that is a whole number, 0 or more, in plain digits: no sign, no spaces, at most so many `digits`."""
    return text.isascii() and text.isdecimal() and len(text) <= digits
