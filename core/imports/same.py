"""When two names or numbers are the same but for width, case and spaces."""

import unicodedata


def plain(text: str) -> str:
    """The text as it is compared."""
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())
