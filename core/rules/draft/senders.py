"""Whom the pieces of a draft were forwarded from."""

from collections.abc import Sequence

from core.model.evidence import Evidence


def senders_of(pieces: Sequence[Evidence]) -> tuple[str, ...]:
    """Each original sender once, in the order they first appear; what was not forwarded has none."""
    return tuple(dict.fromkeys(piece.origin_name for piece in pieces if piece.origin_name))
