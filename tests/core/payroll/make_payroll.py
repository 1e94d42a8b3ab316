"""A month of wages with only what a test cares about spelt out."""

from datetime import date
from typing import Any

from core.ledger.balances import Owed
from core.model.case import Case
from core.model.money import Money
from core.model.notice import Notice
from core.model.pay_law import MinimumWage
from core.model.person import Person
from core.payroll.batch import Plan, PlanKind
from core.payroll.month import Month
from core.payroll.planning import PayrollFile
from core.rulebook.compiled import Guard
from core.rulebook.compiling import guard_of
from tests.core.rulebook.shipped import wage_guard
from tests.make import NOW, case, company, person

MARCH = Month(2025, 3)
LAWFUL: dict[str, Any] = {
    "contract_clause": "第十二条",
    "rule_published_on": date(2024, 12, 1),
    "minimum_wages": (MinimumWage("suzhou", date.min, Money(249000)),),
}
ZHANG = person("E17", id=17)


def guard() -> Guard:
    return guard_of(wage_guard())


def notice(notice_id: int, case_id: int, **changes: Any) -> Notice:
    settings: dict[str, Any] = {
        "id": notice_id,
        "number": f"TZ-2025-{notice_id:04d}",
        "case_id": case_id,
        "version": 1,
        "person_id": 17,
        "amount": Money(0),
        "issued_at": NOW,
        "delivered_at": NOW,
    }
    return Notice(**(settings | changes))


def owes(*amounts: int, person_id: int = 17) -> list[Owed]:
    """So much under cases 1, 2, 3 …, each with the notice of the same number."""
    return [
        Owed(case_id=place, notice_id=place, clause="5.1", person_id=person_id, amount=Money(fen))
        for place, fen in enumerate(amounts, 1)
    ]


def file_of(
    owed: list[Owed], wage: int | None = 600000, people: tuple[Person, ...] = (ZHANG,), **changes: Any
) -> PayrollFile:
    """张伟 owes that and earns that much in March."""
    notices = changes.pop("notices", {one.notice_id: notice(one.notice_id, one.case_id) for one in owed})
    cases: dict[int, Case] = {one.case_id: case(id=one.case_id, occurred_on=date(2025, 3, 1)) for one in owed}
    settings: dict[str, Any] = {
        "month": MARCH,
        "wages": {} if wage is None else {17: Money(wage)},
        "owed": owed,
        "people": {one.id: one for one in people},
        "notices": notices,
        "cases": cases,
        "company": company(**(LAWFUL | changes.pop("settled", {}))),
        "guard": guard(),
    }
    return PayrollFile(**(settings | changes))


def plan(kind: PlanKind, **changes: Any) -> Plan:
    settings: dict[str, Any] = {
        "notice_id": 1,
        "case_id": 1,
        "person_id": 17,
        "kind": kind,
        "reason": "家中有病人",
        "asked_by": 6,
        "asked_at": NOW,
        "approved_by": 5,
        "approved_at": NOW,
    }
    return Plan(**(settings | changes))
