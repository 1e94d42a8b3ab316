"""The chapter of deadlines: what starts a clock, how long it runs, whose it is."""

from functools import cached_property
from typing import Annotated, Final, Literal, Self

from pydantic import Discriminator, StrictBool, StrictInt, Tag, model_validator

from core.model.label import Label
from core.rulebook.chapter import Chapter, Clause, Field, Id, Path
from core.rulebook.conditions import When
from core.rulebook.figures import FromSetting

MomentOfCase = Literal["received", "registered", "accepted", "decided", "closed"]
"""Moments of a case's life that the bot records by itself."""


class Event(Chapter):
    """What starts clocks: a moment, or a month (of which a request says `YYYY-MM`).

    `records` is the moment of a case's life that is this event; without it a person records the time.
    """

    label: Label
    type: Literal["moment", "month"] = "moment"
    records: MomentOfCase | None = None


def _source(figure: object) -> str:
    return "setting" if isinstance(figure, (dict, FromSetting)) else "literal"


LONGEST: Final = 5000
Length = Annotated[
    Annotated[Annotated[StrictInt, Field(gt=0, le=LONGEST)], Tag("literal")]
    | Annotated[FromSetting, Tag("setting")],
    Discriminator(_source),
]
"""How many hours, days or years, or the setting that says so."""
LAST_OF_MONTH: Final = 31
DayOfMonth = Annotated[StrictInt, Field(ge=1, le=LAST_OF_MONTH)]
"""A day that a month lacks is its last."""
MINUTES_OF_AN_HOUR: Final = 60
END_OF_DAY: Final = 24 * MINUTES_OF_AN_HOUR
"""24:00, in minutes from the beginning of a day."""
CLOSE_OF_BUSINESS: Final = "close_of_business"
"""The setting by which a company lets days of a deadline end earlier than at 24:00, in minutes."""
UNITS: Final = ("hours", "days", "working_days", "same_day", "day_of_next_month", "years", "at_the_time")


class Clock(Chapter):
    """How long after an event, or after a fact that is a date or time; exactly one start and one unit.

    Hours run on. Days are counted from the day after, until 24:00 of the last one; `same_day` is until 24:00 of
    the day itself, `at_the_time` the instant itself; `day_of_next_month` a day of the month after, or its `end`. `unless`
    names an event that, once it is known, stands in the place of this start.
    """

    since: Id | None = None
    since_fact: Path | None = None
    unless: Id | None = None
    when: When = ()
    reading: str | None = None
    hours: Length | None = None
    days: Length | None = None
    working_days: Length | None = None
    same_day: Literal[True] | None = None
    at_the_time: Literal[True] | None = None
    day_of_next_month: DayOfMonth | Literal["end"] | None = None
    years: Length | None = None

    @model_validator(mode="after")
    def _has_one_start_and_one_unit(self) -> Self:
        if (self.since is None) == (self.since_fact is None):
            raise ValueError("a clock has exactly one start: since (an event) or since_fact (a date or time)")
        if sum(getattr(self, unit) is not None for unit in UNITS) != 1:
            raise ValueError(f"a clock has exactly one unit of {', '.join(UNITS)}")
        return self

    @cached_property
    def unit(self) -> str:
        """The unit it is written in."""
        return next(unit for unit in UNITS if getattr(self, unit) is not None)

    @property
    def ends_with_a_day(self) -> bool:
        """Whether it runs until the end of a day, not to an instant."""
        return self.unit not in {"hours", "at_the_time"}

    @cached_property
    def length(self) -> int | FromSetting:
        """How many of its unit; of the same day 0."""
        if self.same_day or self.at_the_time:
            return 0
        if self.day_of_next_month == "end":
            return LAST_OF_MONTH
        figure: int | FromSetting = getattr(self, self.unit)
        return figure


class SetFact(Chapter):
    """A fact that is so from then on: of several choices the one it `has`, else a yes."""

    fact: Id
    has: Id | None = None


class Missed(Chapter):
    """What the text says follows a missed deadline; it is proposed to an office, which decides, and never by itself.

    What it says of the case is `sets`, whoever was late is named in the `role`, and whoever decides `takes_over` the
    case: points and money come of that as of any other fact, confirmed, approved and noticed.
    """

    label: Label
    by: Id
    clause: Clause | None = None
    sets: SetFact | None = None
    role: Id | None = None
    takes_over: StrictBool = False


class Deadline(Chapter):
    """When something is due; of several clocks the earliest counts.

    Days end at 24:00 of the last day, or at the company's close of business. Reminders of what is `urgent` go out at
    any hour; else it is so when it runs for a few hours only.
    """

    clause: Clause
    label: Label
    owner: Id
    when: When = ()
    urgent: StrictBool = False
    reading: str | None = None
    missed: Missed | None = None
    clocks: Annotated[tuple[Clock, ...], Field(min_length=1)]
