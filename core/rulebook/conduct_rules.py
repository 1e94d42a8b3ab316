"""The chapters that are not amounts: sanctions, changed roles, decisions, clocks, approvals, duties, appeals."""

from typing import Annotated, Literal

from pydantic import StrictBool, StrictInt

from core.model.label import Label
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


class Clock(Chapter):
    """How long after an event; exactly one unit."""

    since: Id
    when: When = ()
    hours: Annotated[StrictInt | None, Field(gt=0)] = None
    days: Annotated[StrictInt | None, Field(ge=0)] = None


class Deadline(Chapter):
    """When something is due; of several clocks the earliest counts. Days end at 24:00 of the last day."""

    clause: Clause
    label: Label
    owner: Id
    when: When = ()
    clocks: Annotated[tuple[Clock, ...], Field(min_length=1)]


class Approval(Chapter):
    """A step of the chain; `instead` replaces the same step when its condition holds."""

    clause: Clause
    when: When = ()
    step: Annotated[StrictInt, Field(gt=0)]
    by: Id
    act: Literal["propose", "recheck", "approve", "decide"]
    instead: StrictBool = False


class Appeal(Chapter):
    """To which body one may appeal, within which deadline, and who may not hear it."""

    clause: Clause
    to: Id
    deadline: Id | None = None
    not_by: Ids = ()


class Duty(Chapter):
    """What else a clause demands; a gate blocks closing until there is evidence."""

    clause: Clause
    label: Label
    owner: Id
    kind: Literal[
        "gate",
        "task",
        "notice",
        "form",
        "fields",
        "record",
        "report",
        "role",
        "escalate",
        "refuse",
        "booking",
    ]
    when: When = ()
    copies: Ids = ()
    covers: tuple[Clause, ...] = ()
