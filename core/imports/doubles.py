"""Which earlier complaints are there already: the same number, or the same customer, order and day."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from typing import Final

from core.imports.complaint import Complaint
from core.imports.known import Known, KnownCase, key_of
from core.model.case import Case

# what a double may fill where nothing stands; nothing of it bears on figures
FILLED: Final = ("product", "part_no", "order_no", "quantity", "defective", "demand", "phone")


@dataclass(frozen=True, slots=True)
class Double:
    """An entry that is there already: as that case, or, without one, as an earlier line of the same file."""

    entry: Complaint
    case: KnownCase | None
    first: Complaint | None
    is_same_number: bool


@dataclass(frozen=True, slots=True)
class Compared:
    """What a file would add, and what is there already."""

    new: tuple[Complaint, ...]
    doubles: tuple[Double, ...]


def compare(entries: Iterable[Complaint], known: Known) -> Compared:
    """Each entry against the cases that are known and the entries before it."""
    firsts: dict[tuple[str, ...], Complaint] = {}
    new: list[Complaint] = []
    doubles: list[Double] = []
    for entry in entries:
        key = key_of(entry, entry.received_on)
        numbering, like = known.numbered(entry), known.alike(entry)
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
