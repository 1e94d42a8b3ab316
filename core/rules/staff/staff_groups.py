"""Whom somebody looks for in the staff: without account, out of reach, about to leave, or everybody."""

from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from typing import Final

from core.model.person import Person


class StaffGroup(StrEnum):
    """Those who still need something first, then everybody."""

    UNLINKED = "unlinked"
    UNREACHABLE = "unreachable"
    LEAVING = "leaving"
    ALL = "all"


_FITS: Final[Mapping[StaffGroup, Callable[[Person], bool]]] = {
    StaffGroup.UNLINKED: lambda one: one.chat_id is None and one.left_on is None,
    StaffGroup.UNREACHABLE: lambda one: one.chat_id is not None and not one.is_reachable,
    StaffGroup.LEAVING: lambda one: one.left_on is not None,
    StaffGroup.ALL: lambda _: True,
}


def in_group(staff: Iterable[Person], group: StaffGroup) -> tuple[Person, ...]:
    """Those of the group among people who are employed, by employee number."""
    return tuple(sorted(filter(_FITS[group], staff), key=lambda one: one.employee_no))


def counts_of(staff: Iterable[Person]) -> Mapping[StaffGroup, int]:
    """How many each group has."""
    people = tuple(staff)
    return {group: len(in_group(people, group)) for group in StaffGroup}
