"""A whole staff file: everybody it describes, or every fault it has."""

from collections.abc import Sequence
from dataclasses import dataclass

from core.model.company import Company
from core.model.person import Person
from core.model.staff import StaffEntry, StaffFault, StaffRow
from core.rules.staff.staff_links import linked, problems_between
from core.rules.staff.staff_row import RowReading


@dataclass(frozen=True, slots=True)
class StaffFile:
    """The people of a file; with any fault none of them may be taken."""

    entries: tuple[StaffEntry, ...]
    faults: tuple[StaffFault, ...]


def read_staff(rows: Sequence[StaffRow], company: Company, known: Sequence[Person]) -> StaffFile:
    """Everybody in these rows and every fault, in the order of the lines; a file without rows is a fault."""
    readings = [RowReading(row, company) for row in rows]
    entries = [reading.entry() for reading in readings]
    faults = [fault for reading in readings for fault in reading.faults]
    faults.extend(problems_between(entries, known))
    if not rows:
        faults.append(StaffFault(1, "", "file_empty"))
    in_order = sorted(dict.fromkeys(faults), key=lambda fault: fault.line)
    return StaffFile(linked(entries, known), tuple(in_order))
