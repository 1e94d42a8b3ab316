"""The chapters of a case's way: scope, channels, intake, numbers, closing, keeping, appeals, laws."""

from datetime import date
from typing import Annotated, Literal

from pydantic import StrictBool, StrictInt

from core.model.label import Label
from core.rulebook.chapter import Chapter, Clause, Field, Id, Ids
from core.rulebook.conditions import When
from core.rulebook.duty_rules import FormField
from core.rulebook.figures import FromSetting


class Scope(Chapter):
    """Where the regulation applies, in words; `definitions` are terms it explains.

    `reading` is warned of where a case lies before the day from which the edition is in force.
    """

    clause: Clause
    label: Label
    covers: tuple[Clause, ...] = ()
    definitions: dict[Id, Label] = Field(default_factory=dict)
    reading: str | None = None


class Office(Chapter):
    """A post or department that the regulation gives work to; `does` says which."""

    label: Label
    clause: Clause | None = None
    covers: tuple[Clause, ...] = ()
    does: Label | None = None


class Channel(Chapter):
    """A way by which complaints arrive."""

    label: Label
    clause: Clause


class Intake(Chapter):
    """What must be registered; an application that lacks a field is answered with the reason and the next step."""

    clause: Clause
    covers: tuple[Clause, ...] = ()
    owner: Id | None = None
    fields: dict[Id, FormField] = Field(default_factory=dict)
    next_step: Label | None = None
    reading: str | None = None


class Numbering(Chapter):
    """How cases are numbered: digits of year, month, day and running number, and when it starts again."""

    clause: Clause
    prefix: str = ""
    year: Literal[0, 2, 4] = 2
    month: Literal[0, 2] = 2
    day: Literal[0, 2] = 0
    serial: Annotated[StrictInt, Field(ge=1, le=9)] = 2
    restarts: Literal["never", "yearly", "monthly", "daily"] = "monthly"
    reading: str | None = None


class Closing(Chapter):
    """When a case may be closed: gates are duties; `at_once` closes without them, `needs_parties` asks for a person named."""

    clause: Clause
    covers: tuple[Clause, ...] = ()
    label: Label
    at_once: When = ()
    needs_parties: StrictBool = False
    reading: str | None = None


class Retention(Chapter):
    """For how many years a dossier is kept, from the end of the case."""

    clause: Clause
    years: Annotated[StrictInt, Field(gt=0)] | FromSetting


class Appeal(Chapter):
    """Who may appeal against what, to which body, within which deadline; `not_by` may not hear it.

    `ladder` names the stages in order where the text has several.
    """

    clause: Clause
    covers: tuple[Clause, ...] = ()
    label: Label
    by: Literal["employee", "department", "customer"] = "employee"
    to: Id
    when: When = ()
    deadline: Id | None = None
    not_by: Ids = ()
    ladder: dict[Id, Label] = Field(default_factory=dict)
    reading: str | None = None


class Law(Chapter):
    """A legal reference as dated data: in force from, and until."""

    clause: Clause
    label: Label
    in_force_from: date
    in_force_to: date | None = None
    replaced_by: Label | None = None


class Precedence(Chapter):
    """What the regulation prevails over, and what it repeals."""

    clause: Clause
    covers: tuple[Clause, ...] = ()
    label: Label
