"""What a file may speak of: facts, settings, roles, offices, events, causes, measures."""

from typing import Annotated, Literal

from pydantic import StrictBool, StrictInt

from core.model.cause_class import CauseClass
from core.model.label import Label
from core.rulebook.chapter import Chapter, Clause, Field, Id, Ids, Yuan
from core.rulebook.conditions import When

FactType = Literal[
    "boolean", "count", "decimal", "money", "percent", "text", "choice", "choices", "date", "time", "waiver"
]
"""`waiver` is a yes, or better the reason for it; `choices` is a list of ids."""


class Choice(Chapter):
    """One value of a choice."""

    label: Label
    clause: Clause | None = None


class FactField(Chapter):
    """A fact, or a field of a record or of a person.

    `if_absent`: `ask` leaves a test unknown and asks for the fact; `no` means there was none. `ask_when`
    narrows the asking. Where nothing is written, booleans are false, counts are 0, and all else is asked for;
    `default` is what a ruling takes it for instead. What `records` a recurrence the bot sets once somebody says that
    the fault of an earlier case has come back.
    """

    type: FactType
    label: Label
    clause: Clause
    if_absent: Literal["ask", "no"] | None = None
    ask_when: When = ()
    default: StrictBool | StrictInt | str | None = None
    choices: dict[Id, Choice] = Field(default_factory=dict)
    decided_by: Id | None = None
    records: Literal["recurrence"] | None = None
    needed_when: When = ()


class RecordFact(Chapter):
    """A fact of several fields, given or not as a whole; a `complete` one needs every field."""

    type: Literal["record"]
    label: Label
    clause: Clause
    if_absent: Literal["ask", "no"] = "ask"
    ask_when: When = ()
    complete: StrictBool = False
    fields: Annotated[dict[Id, FactField], Field(min_length=1)]


Fact = Annotated[RecordFact | FactField, Field(discriminator="type")]


SettingText = str | StrictInt | dict[str, str | dict[str, str]]
"""A setting as a file has it: a text, a count, or a table of percentages."""


class Setting(Chapter):
    """What a company may fill in: set, missing in the regulation, or a reading with a default.

    A `table` holds percentages; `by` says what leads to one: facts or the role, each with its keys, in order.
    """

    clause: Clause
    label: Label
    status: Literal["missing", "interpretation"]
    type: Literal["choice", "money", "percent", "count", "table"]
    reading: str | None = None
    value: SettingText | None = None
    by: dict[Id, Ids] = Field(default_factory=dict)
    choices: dict[Id, Choice] = Field(default_factory=dict)
    at_least: Yuan | None = None


class Role(Chapter):
    """A role in which people are named; an optional one is not asked for when nobody is named."""

    label: Label
    clause: Clause
    optional: StrictBool = False


class Named(Chapter):
    """An office, an event or a measure that the file refers to by its key."""

    label: Label


class Cause(Chapter):
    """A cause code; it may suggest a level of responsibility, and is counted by a class common to all rulebooks."""

    label: Label
    clause: Clause
    suggests: dict[Id, str] = Field(default_factory=dict)
    counts_as: CauseClass | None = None


__all__ = [
    "Cause",
    "Choice",
    "Fact",
    "FactField",
    "FactType",
    "Ids",
    "Named",
    "RecordFact",
    "Role",
    "Setting",
]
