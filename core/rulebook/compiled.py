"""An edition ready to be applied: every condition a closure, every default in place."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar
from zoneinfo import ZoneInfo

from core.model.assessment import AppealRoute, ApprovalStep, OpenDuty
from core.model.label import Label
from core.model.request import FactValue, SettingValue
from core.model.working_days import WorkingDays
from core.rulebook.conduct_rules import Decision, Reassignment, Sanction
from core.rulebook.edition import Edition
from core.rulebook.fields import Fields
from core.rulebook.gate import Gate
from core.rulebook.grading import ByHand, Criterion, Exclusion, Grade
from core.rulebook.money_rules import (
    Base,
    FactorAdjustment,
    FixedCharge,
    PointsAdjustment,
    RateCharge,
    ShareCharge,
    Split,
)
from core.rulebook.opened_figures import SharedFigure
from core.rulebook.pricing_rules import Pricing, UnitPricing
from core.rulebook.timing import Clock, Deadline

Row = TypeVar("Row")
ReadersByKey = Mapping[str, Callable[[object], Any]]


@dataclass(frozen=True, slots=True)
class Ruled(Generic[Row]):
    """A row of the file with its condition compiled."""

    row: Row
    gate: Gate


@dataclass(frozen=True, slots=True)
class GradeRule:
    """A grade with its criteria, compiled for both sides of a figure that two grades include."""

    id: str
    grade: Grade
    milder: tuple[Ruled[Criterion], ...]
    graver: tuple[Ruled[Criterion], ...]


@dataclass(frozen=True, slots=True)
class RateRule:
    """A rate charge with its limits in millionths and the adjustments of its roles."""

    row: RateCharge
    gate: Gate
    low: int
    high: int
    by: str | None
    setting: str | None
    of_fact: str | None
    review: Gate | None


@dataclass(frozen=True, slots=True)
class DeadlineRule:
    """A deadline with the conditions of its clocks."""

    id: str
    row: Deadline
    gate: Gate
    clocks: tuple[Ruled[Clock], ...]


@dataclass(frozen=True, slots=True)
class ApprovalRule:
    """A step of the chain; `instead` where it replaces the same step."""

    step: ApprovalStep
    instead: bool
    gate: Gate


@dataclass(frozen=True, slots=True, kw_only=True)
class Readers:
    """How the tables of a request are read, by key; records have readers of their own, `complete` ones need all."""

    request: ReadersByKey
    losses: ReadersByKey
    facts: ReadersByKey
    records: Mapping[str, ReadersByKey]
    complete: frozenset[str]
    person: ReadersByKey
    events: ReadersByKey
    settings: ReadersByKey


@dataclass(frozen=True, slots=True)
class Guard:
    """The statutory guard: the share (millionths) of a month's wage that may be withheld at most, and by which law."""

    share: int
    longest_months: int
    law: Label
    clause: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CompiledRulebook:
    """Everything `assess` needs of one edition; also what the conversation asks from (`asking`).

    `table_keys` say what leads to a cell of each setting that is a table; `factor_fields` are the fields of a
    person that factors read. `duties` are those of a case; what the calendar opens is read from the edition.
    `sha256` is the hash of the file's text, empty for an edition that was not read from a file. `sources` are the
    titles of the rulebooks that a composition takes its chapters from, by id.
    """

    id: str
    edition: Edition
    zone: ZoneInfo
    working_days: WorkingDays
    guard: Guard
    loss_labels: Mapping[str, Label]
    priced: Mapping[str, tuple[Pricing, ...]]
    units: tuple[Ruled[UnitPricing], ...]
    readers: Readers
    fields: Fields
    case_defaults: Mapping[str, FactValue]
    person_defaults: Mapping[str, FactValue]
    record_defaults: Mapping[str, Mapping[str, FactValue]]
    setting_values: Mapping[str, SettingValue]
    table_keys: Mapping[str, tuple[str, ...]]
    needed: tuple[tuple[str, Gate], ...]
    incident: Gate | None
    incident_reading: Gate
    exclusions: tuple[Ruled[Exclusion], ...]
    opened: frozenset[SharedFigure]
    grades: tuple[GradeRule, ...]
    by_hand: tuple[Ruled[ByHand], ...]
    decisions: tuple[Ruled[Decision], ...]
    reassignments: tuple[tuple[Ruled[Reassignment], Gate], ...]
    bases: tuple[Ruled[Base], ...]
    splits: Mapping[str, tuple[Ruled[Split], ...]]
    charges: tuple[RateRule | Ruled[ShareCharge] | Ruled[FixedCharge], ...]
    points: Mapping[str, tuple[Ruled[PointsAdjustment], ...]]
    factors: Mapping[str, tuple[Ruled[FactorAdjustment], ...]]
    factor_fields: tuple[str, ...]
    sanctions: tuple[Ruled[Sanction], ...]
    deadlines: tuple[DeadlineRule, ...]
    approvals: tuple[ApprovalRule, ...]
    duties: tuple[Ruled[OpenDuty], ...]
    appeals: tuple[Ruled[AppealRoute], ...]
    sha256: str = ""
    sources: Mapping[str, Label] = field(default_factory=dict)
