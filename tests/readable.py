"""What a person could read of a stored row."""

import re
from typing import Final

RANDOM: Final = re.compile(r"[A-Za-z0-9+/=_-]{40,}")


def readable(row: object) -> str:
    """Without what is sealed or hashed: those letters are random, and any short word stands in them some day."""
    return RANDOM.sub("…", str(row))
