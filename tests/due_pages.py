"""A page of what waits, for screens by themselves."""

from collections.abc import Sequence

from core.screens.due import DuePage, Waiting


def all_of(waiting: Sequence[Waiting]) -> DuePage:
    """All of it on one page."""
    return DuePage(shown=waiting, count=len(waiting))
