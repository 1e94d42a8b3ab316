"""Every clause of the forty-one regulations is carried out by a rule that a case reaches, or says why it is not."""

from datetime import date
from typing import get_args

import pytest

from bot.clauses import clauses
from bot.rulebooks import ids, rulebook
from core.rulebook.carriers import CORRECTIVE, PAYROLL, REPORTS, mechanism
from core.rulebook.checks.walking import tables
from core.rulebook.clause_list import counts_by_mechanism
from core.rulebook.duty_rules import CorrectiveStep, Counted, Withheld
from tests.reach import Reach
from tests.test_cases import CASES

IN_CHAT = {
    "causes",
    "channels",
    "closing",
    CORRECTIVE,
    "intake",
    "laws",
    "numbering",
    "offices",
    PAYROLL,
    "precedence",
    "remedy",
    REPORTS,
    "retention",
    "scope",
}
"""Chapters that only a conversation reaches: see `tests/conversations` and `tests/core`."""


def test_the_list_has_every_clause_once() -> None:
    keys = [one.row.key for one in clauses()]

    assert len(keys) == len(set(keys)) == 411


def test_at_least_330_clauses_are_carried_out() -> None:
    assert sum(one.is_carried_out for one in clauses()) >= 330


def test_every_other_clause_says_why_it_cannot_be_carried_out() -> None:
    silent = [
        one.row.key for one in clauses() if not one.is_carried_out and one.not_executable_because is None
    ]

    assert silent == []


@pytest.mark.parametrize("name", ids())
def test_every_carrier_of_a_clause_exists_and_is_reached_by_a_case(name: str) -> None:
    edition = rulebook(name, date.max)
    paths = {path for path, _ in tables(edition.edition)} | {
        f"{CORRECTIVE}.{step}" for step in get_args(CorrectiveStep)
    }
    paths |= {f"{REPORTS}.{what}" for what in get_args(Counted)}
    paths |= {f"{PAYROLL}.{what}" for what in get_args(Withheld)}
    by_calendar = {f"duties.{duty}" for duty, row in edition.edition.duties.items() if row.rhythm}
    watched = Reach(edition)
    reached = {
        path
        for which, case, always in CASES
        if which == name
        for path in watched.by({**always, **case["request"]})
    }

    # what follows a missed deadline is opened by the clock of a deadline that runs
    reached |= {f"{path}.missed" for path in reached}
    carriers = {path for one in clauses() if one.rulebook == name for path in one.carried_out_by}

    assert carriers <= paths
    assert {path for path in carriers - reached - by_calendar if mechanism(path) not in IN_CHAT} == set()


def test_the_list_ends_with_counts_per_mechanism_the_most_first() -> None:
    counts = counts_by_mechanism(clauses())

    assert counts["duties"] > counts["charges"] > 0
    assert list(counts.values()) == sorted(counts.values(), reverse=True)
