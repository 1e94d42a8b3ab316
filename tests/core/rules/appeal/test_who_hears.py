"""Who may hear an appeal, told for many of them at once."""

from dataclasses import replace

from core.model.person import Person
from core.model.roles import Grant, Role
from core.rules.appeal.who_hears import Hearers
from tests.make import NOW, PEOPLE, company, person

STAFF = {number: replace(person(no), id=number) for number, no in enumerate(PEOPLE, 1)}
BY_NO = {one.employee_no: one for one in STAFF.values()}


def hearers(*changed: Person, **posts: Role) -> Hearers:
    staff = {**STAFF, **{one.id: one for one in changed}}
    return Hearers(staff, company(posts=posts), NOW.date())


def numbers(persons: tuple[Person, ...]) -> list[str]:
    return [one.employee_no for one in persons]


def test_the_office_that_the_rulebook_names_comes_before_the_auditors() -> None:
    those = hearers(audit_group=Role.FINANCE)

    assert numbers(those.free("audit_group", "any", "suzhou")) == ["E06"]
    assert numbers(those.free("audit_group", "any", "suzhou", without={BY_NO["E06"].id})) == ["E08"]
    assert numbers(those.free("", "any", "suzhou")) == ["E08"]


def test_an_office_that_the_company_does_not_know_is_left_to_the_auditors() -> None:
    assert numbers(hearers().free("council_of_elders", "any", "suzhou")) == ["E08"]


def test_an_appeal_is_never_heard_by_employees_as_such() -> None:
    assert numbers(hearers().free("responsible", "any", "suzhou")) == ["E08"]


def test_a_deputy_hears_where_the_auditor_had_a_part_or_has_left() -> None:
    auditor = replace(BY_NO["E08"], deputy_no="E11")
    gone = replace(auditor, left_on=NOW.date().replace(year=2000))

    assert numbers(hearers(auditor).free("", "any", "suzhou")) == ["E08", "E11"]
    assert numbers(hearers(auditor).free("", "any", "suzhou", without={auditor.id})) == ["E11"]
    assert numbers(hearers(gone).free("", "any", "suzhou")) == ["E11"]


def test_nobody_is_left_where_everybody_had_a_part() -> None:
    assert hearers().free("", "any", "suzhou", without=set(STAFF)) == ()


def test_only_who_holds_an_office_or_stands_in_for_one_is_ever_asked() -> None:
    worker = replace(BY_NO["E17"], grants=(Grant(Role.EMPLOYEE),))
    asked = hearers(worker).may_hear_at
    as_deputy = hearers(worker, replace(BY_NO["E08"], deputy_no=worker.employee_no)).may_hear_at

    assert asked("suzhou", BY_NO["E08"])
    assert not asked("suzhou", worker)
    assert as_deputy("suzhou", worker)
