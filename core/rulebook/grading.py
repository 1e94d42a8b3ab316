"""What counts as an incident, what is excluded, and the grades with their criteria."""

from typing import Annotated

from pydantic import StrictBool, StrictInt

from core.model.label import Label
from core.rulebook.chapter import Chapter, Clause, Field, Id, Ids
from core.rulebook.conditions import Conditions, When


class Incident(Chapter):
    """When something is an incident; without this chapter the regulation does not say.

    `reading` is warned of where `reading_when` holds: it decided there whether something is one.
    """

    clause: Clause
    when: When = ()
    if_graded: StrictBool = False
    reading: str | None = None
    reading_when: When = ()


class Exclusion(Chapter):
    """What the regulation does not apply to: closed at once by `owner`, with a reason and a next step."""

    clause: Clause
    when: Conditions
    reason: Label
    next_step: Label
    owner: Id | None = None


class Criterion(Chapter):
    """One way to reach a grade; `reading` is warned of when it counted, `id` tells criteria of one clause apart."""

    clause: Clause
    id: str | None = None
    when: Conditions
    reading: str | None = None


class Grade(Chapter):
    """A grade; rank 1 is the mildest, any criterion suffices, the gravest grade wins.

    Without criteria it is only picked by hand.
    """

    rank: Annotated[StrictInt, Field(gt=0)]
    clause: Clause
    label: Label
    any: tuple[Criterion, ...] = ()


class ByHand(Chapter):
    """Where limits are missing a person picks the grade: the fact that carries the pick, among which, who.

    `by_number` where the fact is a count: the grade that each number means.
    """

    clause: Clause
    when: When = ()
    fact: Id
    among: Ids
    by: Id
    by_number: dict[str, Id] = Field(default_factory=dict)
    reading: str | None = None


class Grading(Chapter):
    """How grades are told apart where criteria compete.

    `tie` names the setting (lower or higher) for a figure that two grades both include as written.
    `unless_all` warns when a grade was reached without all of its criteria; `if_several` when criteria of
    several grades were met and the gravest won.
    """

    tie: Id | None = None
    tie_reading: str | None = None
    unless_all: str | None = None
    if_several: str | None = None
    by_hand: tuple[ByHand, ...] = ()
