"""Why the data of somebody who left cannot be erased yet."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from core.ledger.balances import Owed
from core.model.case import OVER, Case
from core.model.company import Company
from core.model.notice import Appeal, AppealState
from core.model.person import Person

WAITING = (AppealState.OPEN, AppealState.LATE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hindrance:
    """One reason; `numbers` are the cases it is about, `until` the day from which it no longer holds."""

    what: str
    numbers: tuple[str, ...] = ()
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """What there was between the company and the person: cases that name them, appeals, what is owed either way."""

    person: Person
    cases: Sequence[Case]
    appeals: Sequence[Appeal]
    owed: Sequence[Owed]


def hindrances(past: Past, company: Company, day: date) -> tuple[Hindrance, ...]:
    """All of them on that day; empty where nothing stands against it."""
    person = past.person
    if person.left_on is None or not person.has_left(day):
        return (Hindrance(what="employed"),)
    found = []
    until = person.left_on + company.keep_leavers
    if day < until:
        found.append(Hindrance(what="kept", until=until))
    running = tuple(case.number for case in past.cases if case.stage not in OVER)
    if running:
        found.append(Hindrance(what="running", numbers=running))
    if any(appeal.state in WAITING for appeal in past.appeals):
        found.append(Hindrance(what="appeal"))
    if any(one.amount.fen for one in past.owed):
        found.append(Hindrance(what="owed"))
    return tuple(found)


def is_forgotten(person: Person) -> bool:
    """Whether it has been done already."""
    return person.employee_no == gone_number(person)


def gone_number(person: Person) -> str:
    """What stands for the employee number afterwards: the id, which the chains carry."""
    return f"gone-{person.id}"
