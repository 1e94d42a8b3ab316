"""What is to be assessed, read and checked: plain values in internal units (fen, millionths, aware times)."""

from collections.abc import Mapping
from datetime import date, datetime

from msgspec import Struct

from core.model.money import Money

SettingValue = str | int | Mapping[tuple[str, ...], int]
"""A choice, an amount (fen), a rate (millionths), a count, or a table of rates by keys."""
FactValue = bool | int | str | date | datetime | tuple[str, ...]
"""Decimals are millionths, money is fen; a choice is its id."""


class LossItem(Struct, frozen=True):
    """One loss: an amount, or hours (millionths) of work or of a vehicle with its length (millionths of a metre)."""

    kind: str
    amount: Money | None = None
    person_hours: int | None = None
    vehicle_hours: int | None = None
    length_m: int | None = None


class NamedDepartment(Struct, frozen=True):
    """A department with its fault; share in millionths, weight in millionths."""

    id: str
    fault: str
    share: int | None = None
    weight: int | None = None


class NamedPerson(Struct, frozen=True):
    """A person in a role; `fields` holds what the rulebook declares for persons. Rates are millionths."""

    id: str
    role: str
    fields: Mapping[str, FactValue]
    department: str | None = None
    share: int | None = None
    chosen_rate: int | None = None
    reason: str | None = None
    month_wage: int | None = None


class Request(Struct, frozen=True, kw_only=True):
    """A case as handed in; facts of records are flat (`vehicle.repair`)."""

    occurred_on: date
    losses: tuple[LossItem, ...] = ()
    facts: Mapping[str, FactValue]
    departments: tuple[NamedDepartment, ...] = ()
    people: tuple[NamedPerson, ...] = ()
    events: Mapping[str, datetime]
    settings: Mapping[str, SettingValue]
    minimum_wage: Money | None = None

    @property
    def has_events_alone(self) -> bool:
        """Whether only clocks are asked about: then nothing is asked about persons or losses."""
        return bool(self.events) and not (self.losses or self.people or self.departments or self.facts)
