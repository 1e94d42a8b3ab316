"""The chapter of the customer: what may be done for one, who signs for its cost, which duties its steps carry out."""

from typing import Annotated, Literal

from pydantic import StrictBool, StrictInt

from core.model.remedy import RemedyKind
from core.rulebook.chapter import Chapter, Clause, Field, Id, Ids
from core.rulebook.conditions import When

Milestone = Literal[
    "interim", "planned", "approved", "agreed", "carried_out", "told", "satisfied", "no_objection"
]
"""The steps on the customer's way that the bot sees by itself."""
Source = Literal[
    "rounds",
    "said",
    "offer",
    "reason",
    "interim",
    "since",
    "cost",
    "basis",
    "proof",
    "answer",
    "opinion",
    "day",
    "now",
    "yes",
]
"""What the bot knows by then, to fill a form with."""


class RemedyOption(Chapter):
    """A remedy that the text allows, if its condition holds."""

    clause: Clause
    kind: RemedyKind
    when: When = ()


class RemedyStep(Chapter):
    """What is reached by this step: `meets` names the duties that are done by it, `fills` what goes into their fields."""

    clause: Clause
    covers: tuple[Clause, ...] = ()
    reached: Milestone
    meets: Ids = ()
    fills: Annotated[dict[Id, dict[Id, Source]], Field(default_factory=dict)]


class RemedyApproval(Chapter):
    """One signature under the plan; with `costs` only where the plan costs something."""

    clause: Clause
    step: Annotated[StrictInt, Field(gt=0)]
    by: Id
    act: Literal["recheck", "approve"]
    costs: StrictBool = False


class RemedyRules(Chapter):
    """What holds for putting a customer right; without `kinds` every remedy is allowed.

    `objection` is the fact by which the rules learn that the customer is not satisfied.
    """

    clause: Clause
    covers: tuple[Clause, ...] = ()
    kinds: tuple[RemedyOption, ...] = ()
    approvals: tuple[RemedyApproval, ...] = ()
    steps: tuple[RemedyStep, ...] = ()
    objection: Id | None = None
    reading: str | None = None
