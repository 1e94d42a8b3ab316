"""Reading a setting that is a table of percentages: roles, faults or facts lead to each."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from core.rulebook.scalars import NotAllowed, read_share

ROLE: Final = "role"
FAULT: Final = "fault"
LEADING: Final[Mapping[str, str]] = {ROLE: "roles", FAULT: "faults"}
"""The keys by which each role, and each kind of fault, has a cell of its own; other keys are facts."""

RateTable = dict[tuple[str, ...], int]
"""Rates in millionths by their keys; a key that is not there has no rate."""


def read_table(keys: Sequence[Sequence[str]], value: object) -> RateTable:
    """Read a nested table whose levels have these keys; raises NotAllowed with what is allowed there."""
    return dict(_cells(keys, value, ()))


def _cells(
    keys: Sequence[Sequence[str]], value: object, path: tuple[str, ...]
) -> Iterator[tuple[tuple[str, ...], int]]:
    if not keys:
        yield path, _rate(value, path)
        return
    if not isinstance(value, Mapping):
        raise NotAllowed(f"allowed{_under(path)} is a table with the keys {', '.join(keys[0])}")
    for key, entry in value.items():
        if key not in keys[0]:
            raise NotAllowed(f"allowed{_under(path)} are the keys {', '.join(keys[0])}")
        yield from _cells(keys[1:], entry, (*path, key))


def _rate(value: object, path: tuple[str, ...]) -> int:
    try:
        return read_share(value)
    except NotAllowed as refused:
        raise NotAllowed(f"{refused}, at {'.'.join(path)}") from None


def _under(path: tuple[str, ...]) -> str:
    return f" under {'.'.join(path)}" if path else ""
