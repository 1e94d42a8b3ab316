"""The chapter of deadlines: what starts a clock, how long it runs, whose it is."""

from typing import Annotated

from pydantic import StrictInt

from core.model.label import Label
from core.rulebook.chapter import Chapter, Clause, Field, Id
from core.rulebook.conditions import When


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
