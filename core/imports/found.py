"""What reading a file of earlier records has found, in words of its reader: faults, or what it would bring."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from core.model.imported import Doubles, Import


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundFaults:
    """The first faults, and of many how many there are like each; `count` faults stand in so many rows."""

    named: tuple[str, ...]
    kinds: tuple[str, ...]
    count: int
    rows: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundRecords:
    """How many would be new and how many are there already, the first of each, and what could be done.

    `steps` says for each choice there is how many lines would be added or filled. `unread` are headings under which nothing is read.
    `before` is an import of this very file: one that was interrupted goes on, one that is whole is only named.
    """

    new: int
    there: int
    first_new: tuple[str, ...] = ()
    first_there: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    steps: Mapping[Doubles, int] = field(default_factory=dict)
    before: Import | None = None
