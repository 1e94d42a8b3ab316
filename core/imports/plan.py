"""What an import is to do, line by line, once it is known what is there already and what becomes of that."""

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from core.imports.complaint import Complaint
from core.imports.doubles import Compared, Double, merged
from core.imports.names import ComparedNames, DoubleName, Name
from core.model.imported import Doubles, ImportPart

Step = Complaint | Double | Name | DoubleName
"""Something to add, or something that is there and may be filled."""


class Plan(NamedTuple):
    """The steps in their order, and how many lines are left out."""

    steps: tuple[Step, ...]
    skipped: int


class Taken(NamedTuple):
    """What came of some steps: what they brought, how many were left out, and up to which id the cases are known now."""

    part: ImportPart
    skipped: int
    known_to: int = 0


def plan_complaints(compared: Compared, doubles: Doubles) -> Plan:
    """A double by number is never added: numbers stand once. Merged, all that is told apart from nothing counts."""
    there = [double for double in compared.doubles if double.is_same_number]
    if doubles is Doubles.SKIP:
        return Plan(compared.new, len(compared.doubles))
    if doubles is Doubles.ADD:
        others = (double.entry for double in compared.doubles if not double.is_same_number)
        return Plan((*compared.new, *others), len(there))
    filling = (double for double in compared.doubles if double.case is not None)
    return Plan((*_with_their_doubles(compared), *filling), 0)


def _with_their_doubles(compared: Compared) -> Iterator[Complaint]:
    of_line = defaultdict[int, list[Complaint]](list)
    for double in compared.doubles:
        if double.first is not None:
            of_line[double.first.line].append(double.entry)
    for entry in compared.new:
        whole = entry
        for line in of_line[entry.line]:
            whole = merged(whole, line)
        yield whole


def plan_names(compared: ComparedNames, doubles: Doubles) -> Plan:
    """A name that is spelt just as one that is there is never added. Merged, a double may give a customer its language."""
    steps: tuple[Step, ...] = compared.new
    if doubles is Doubles.ADD:
        steps = (*steps, *_otherwise_spelt(compared))
    if doubles is Doubles.MERGE:
        steps = (*steps, *(one for one in compared.doubles if one.known and one.entry.language))
    return Plan(steps, len(compared.new) + len(compared.doubles) - len(steps))


def _otherwise_spelt(compared: ComparedNames) -> Iterator[Name]:
    taken = {one.name for one in compared.new} | {one.said for one in compared.doubles}
    for double in compared.doubles:
        if double.entry.name not in taken:
            taken.add(double.entry.name)
            yield double.entry
