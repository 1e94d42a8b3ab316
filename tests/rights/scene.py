"""A state of the world in which everybody presses everything, and who plays which part in it."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from core.model.case import Stage
from core.rights.bar import Bar
from core.rights.tie import Tie
from tests.fakes import FakeUnitOfWork

Numbers = frozenset[str]
NOBODY: Numbers = frozenset()


async def nothing(uow: FakeUnitOfWork) -> Mapping[str, object]:
    """Nothing is filled into the presses."""
    _ = uow
    return {}


@dataclass(frozen=True, slots=True)
class Question:
    """What everybody is being asked, so that a press can answer it; `data` is what the question remembers."""

    step: StrEnum
    data: Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """How the world comes there, and what is pressed in it.

    `presses` are what buttons carry (`verb:id:version:arg`) and commands (`/payroll`); what stands in braces is filled
    from `shown`, which reads ids, versions and seals as a button would show them. `ties` and `bars` name people by their
    numbers, as the case or thing would be told to a stranger; `site` is empty where a role counts that is held anywhere.
    `idle` are verbs for which it is not the time, whoever presses; `only` narrows a verb to those for whom there is
    something to see or do; `also` lets in beside the table whose press means something of their own, `answered` who is
    shown how things stand, and changes nothing by that: on a second tap, or where there is nothing to do. `has_deputies` is no where what a
    deputy sees is their own and the absent person's at once.
    """

    name: str
    made: Callable[[], Awaitable[FakeUnitOfWork]]
    presses: tuple[str, ...]
    asked: Question | None = None
    shown: Callable[[FakeUnitOfWork], Awaitable[Mapping[str, object]]] = nothing
    stage: Stage | None = None
    site: str = "suzhou"
    ties: Mapping[Tie, Numbers] = field(default_factory=dict)
    bars: Mapping[Bar, Numbers] = field(default_factory=dict)
    idle: Numbers = NOBODY
    only: Mapping[str, Numbers] = field(default_factory=dict)
    also: Mapping[str, Numbers] = field(default_factory=dict)
    answered: Mapping[str, Numbers] = field(default_factory=dict)
    has_deputies: bool = True

    def __str__(self) -> str:
        """Its name, for the report of a test."""
        return self.name

    def verbs(self) -> frozenset[str]:
        """What is pressed or sent in it."""
        return frozenset(verb_of(one) for one in self.presses)


def verb_of(press: str) -> str:
    """The verb of a press; a command with its slash."""
    return press.split(":", maxsplit=1)[0].split(" ", maxsplit=1)[0]


def these(numbers: str) -> Numbers:
    """People by their numbers, with spaces between."""
    return frozenset(numbers.split())
