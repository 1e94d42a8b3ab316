"""Which handler a command, a press, an answer or an arrival goes to."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from core.model.timer import Timer
from core.ports import UnitOfWork
from handlers.turn import Turn

Handler = Callable[[Turn], Awaitable[None]]
Called = TypeVar("Called")
Ring = Callable[[Timer, UnitOfWork], Awaitable[None]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Routes:
    """A module's handlers, by what calls them.

    `commands` by name without slash, in private; `group_commands` the same in groups; `presses` by verb,
    in private, and `group_presses` in groups;
    `steps` by the value of the dialogue's step, for texts; those in `takes_files` also get photos, documents and
    forwards; `rings` by a timer's kind. `arrived` gets anything sent in private that nobody else takes, `edited`
    an edited message.
    """

    commands: Mapping[str, Handler] = field(default_factory=dict)
    group_commands: Mapping[str, Handler] = field(default_factory=dict)
    presses: Mapping[str, Handler] = field(default_factory=dict)
    group_presses: Mapping[str, Handler] = field(default_factory=dict)
    steps: Mapping[str, Handler] = field(default_factory=dict)
    takes_files: frozenset[str] = frozenset()
    rings: Mapping[str, Ring] = field(default_factory=dict)
    arrived: Handler | None = None
    edited: Handler | None = None


def joined(*parts: Routes) -> Routes:
    """All routes in one table; two handlers for the same thing are a mistake and raise ValueError."""
    return Routes(
        commands=_merged(*(part.commands for part in parts)),
        group_commands=_merged(*(part.group_commands for part in parts)),
        presses=_merged(*(part.presses for part in parts)),
        group_presses=_merged(*(part.group_presses for part in parts)),
        steps=_merged(*(part.steps for part in parts)),
        takes_files=frozenset().union(*(part.takes_files for part in parts)),
        rings=_merged(*(part.rings for part in parts)),
        arrived=next((part.arrived for part in parts if part.arrived), None),
        edited=next((part.edited for part in parts if part.edited), None),
    )


def _merged(*tables: Mapping[str, Called]) -> Mapping[str, Called]:
    merged: dict[str, Called] = {}
    for table in tables:
        if twice := merged.keys() & table.keys():
            raise ValueError(twice)
        merged.update(table)
    return merged
