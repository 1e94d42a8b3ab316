"""A case that looks like another one, and why."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from core.model.case import Case
from core.model.case_link import Likeness

# by the first letter of a tag
_LIKENESS: Final = {"q": Likeness.ORDER, "c": Likeness.CAUSE, "f": Likeness.PHOTO}


@dataclass(frozen=True, slots=True)
class LookAlike:
    """The other case, with everything the two have in common."""

    case: Case
    likeness: tuple[Likeness, ...]


def likeness_between(tags: Collection[str], others: Collection[str]) -> tuple[Likeness, ...]:
    """Why they look alike, in a fixed order; empty if they do not."""
    shared = {tag[0] for tag in set(tags) & set(others)}
    return tuple(likeness for letter, likeness in _LIKENESS.items() if letter in shared)
