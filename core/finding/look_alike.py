"""A case that looks like another one, and why."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from core.finding.sights import looks_same
from core.model.case import Case
from core.model.case_link import Likeness

# by the first letter of a tag
_LIKENESS: Final = {"q": Likeness.ORDER, "c": Likeness.CAUSE, "f": Likeness.PHOTO}


@dataclass(frozen=True, slots=True)
class LookAlike:
    """The other case, with everything the two have in common."""

    case: Case
    likeness: tuple[Likeness, ...]


@dataclass(frozen=True, slots=True)
class Looks:
    """By what a case can be known again: its tags in the index, and the sights of its pictures."""

    tags: Collection[str]
    sights: Collection[str]


def likeness_between(one: Looks, other: Looks) -> tuple[Likeness, ...]:
    """Why they look alike, in a fixed order; empty if they do not. A picture counts where no file is the same."""
    shared = {tag[0] for tag in set(one.tags) & set(other.tags)}
    said = tuple(likeness for letter, likeness in _LIKENESS.items() if letter in shared)
    is_seen = Likeness.PHOTO not in said and _have_a_picture_in_common(one, other)
    return (*said, Likeness.PICTURE) if is_seen else said


def _have_a_picture_in_common(one: Looks, other: Looks) -> bool:
    return any(looks_same(mine, theirs) for mine in one.sights for theirs in other.sights)
