"""Which earlier complaints are there already: the same number, or the same customer, order and day."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from enum import StrEnum
from typing import Final

from core.imports.complaint import Complaint
from core.imports.same import plain
from core.model.case import Case
from core.model.company import Company

# what a double may fill where nothing stands; nothing of it bears on figures
FILLED: Final = ("product", "part_no", "order_no", "quantity", "defective", "demand", "phone")


class Doubles(StrEnum):
    """What becomes of doubles: left out, merged into what is there, or taken in all the same."""

    SKIP = "skip"
    MERGE = "merge"
    ADD = "add"


@dataclass(frozen=True, slots=True)
class Double:
    """An entry that is there already: as that case, or, without one, as an earlier line of the same file."""

    entry: Complaint
    case: Case | None
    first: Complaint | None
    is_same_number: bool


@dataclass(frozen=True, slots=True)
class Compared:
    """What a file would add, and what is there already."""

    new: tuple[Complaint, ...]
    doubles: tuple[Double, ...]


def compare(entries: Iterable[Complaint], cases: Iterable[Case], company: Company) -> Compared:
    """Each entry against all cases and the entries before it."""
    known = tuple(cases)
    numbered = {plain(case.number): case for case in known}
    alike = {_key(case, _received_on(case, company)): case for case in known}
    firsts: dict[tuple[str, ...], Complaint] = {}
    new: list[Complaint] = []
    doubles: list[Double] = []
    for entry in entries:
        key = _key(entry, entry.received_on)
        numbering, like = numbered.get(plain(entry.number)), alike.get(key)
        if numbering or like:
            doubles.append(Double(entry, numbering or like, None, numbering is not None))
        elif key in firsts:
            doubles.append(Double(entry, None, firsts[key], is_same_number=False))
        else:
            firsts[key] = entry
            new.append(entry)
    return Compared(tuple(new), tuple(doubles))


def fillable(entry: Complaint, into: Case | Complaint) -> Mapping[str, str]:
    """What the entry knows and the other does not."""
    return {name: getattr(entry, name) for name in FILLED if getattr(entry, name) and not getattr(into, name)}


def merged(first: Complaint, double: Complaint) -> Complaint:
    """Two lines about one complaint: the first one, with what only the second knows."""
    blank = [one.name for one in fields(Complaint) if getattr(first, one.name) in ("", None)]
    known = {name: getattr(double, name) for name in blank if name != "earlier_number"}
    return replace(first, **known, earlier_number=first.earlier_number or double.number)


def _key(one: Case | Complaint, day: date) -> tuple[str, ...]:
    """Without an order it is the product that tells complaints of one customer and day apart."""
    about = one.order_no or f"{one.part_no} {one.product}"
    return (one.site, plain(one.customer), plain(about), day.isoformat())


def _received_on(case: Case, company: Company) -> date:
    known = {site.id for site in company.sites}
    zone = company.zone(case.site if case.site in known else company.sites[0].id)
    return case.received_at.astimezone(zone).date()
