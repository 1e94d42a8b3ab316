"""The chapter of the customer: what may be done for one, who signs for its cost, which duties its steps carry out."""

from typing import Annotated, Literal, get_args

from pydantic import StrictBool, StrictInt

from core.model.remedy import RemedyKind
from core.rulebook.chapter import Chapter, Clause, Field, Id
from core.rulebook.conditions import When

Milestone = Literal[
    "interim", "planned", "approved", "agreed", "carried_out", "told", "satisfied", "no_objection"
]
"""The steps on the customer's way that the bot sees by itself."""
MILESTONES: tuple[str, ...] = get_args(Milestone)
Source = Literal["rounds", "said", "offer", "reason", "interim", "cost", "day", "now", "yes"]
"""What the bot knows by then, to fill a form with."""


class RemedyOption(Chapter):
    """A remedy that the text allows, if its condition holds."""

    clause: Clause
    when: When = ()


class RemedyStep(Chapter):
    """What is reached by this step; `meets` names the duties that are done by it, and what fills which of their fields."""

    clause: Clause
    covers: tuple[Clause, ...] = ()
    meets: Annotated[dict[Id, dict[Id, Source]], Field(default_factory=dict)]


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
    kinds: Annotated[dict[RemedyKind, RemedyOption], Field(default_factory=dict)]
    approvals: tuple[RemedyApproval, ...] = ()
    steps: Annotated[dict[Milestone, RemedyStep], Field(default_factory=dict)]
    objection: Id | None = None
    reading: str | None = None
