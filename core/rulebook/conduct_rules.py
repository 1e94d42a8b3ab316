"""The chapters that are not amounts: sanctions, changed roles, decisions, approvals."""

from typing import Annotated, Literal

from pydantic import StrictBool, StrictInt

from core.rulebook.chapter import Chapter, Clause, Field, Id, Ids
from core.rulebook.conditions import Conditions, When


class Sanction(Chapter):
    """A measure in words, or points to a named account; `legal_review` where the law may stand against it."""

    clause: Clause
    when: When = ()
    roles: Ids
    measures: Ids = ()
    points: StrictInt | None = None
    account: Id | None = None
    legal_review: StrictBool = False
    mandatory: StrictBool = False


class Witness(Chapter):
    """The people of a role for whom a condition holds; one suffices."""

    role: Id
    when: Conditions


class Reassignment(Chapter):
    """People of one role answer as another when a witness is found; `set` fills fields of all of them."""

    clause: Clause
    when: When = ()
    role: Id
    becomes: Id
    witness: Witness
    set: dict[Id, str] = Field(default_factory=dict)
    reading: str | None = None


class Decision(Chapter):
    """What only a person can say, with who says it."""

    clause: Clause
    when: Conditions
    what: Id
    by: Id


class Approval(Chapter):
    """A step of the chain; `instead` replaces the same step when its condition holds.

    Whoever approved an earlier step as one of `not_by` may not take this one: two posts that one person holds still
    need two persons.
    """

    clause: Clause
    when: When = ()
    step: Annotated[StrictInt, Field(gt=0)]
    by: Id
    not_by: Ids = ()
    act: Literal["propose", "recheck", "approve", "decide"]
    instead: StrictBool = False
