from dataclasses import replace

from core.model.roles import Role
from core.rules.duty.duty_gaps import gaps_in_duties, offices_at_work
from core.rules.duty.office_roles import office_role
from core.rules.staff.staff_gaps import Gap
from tests.demanding import BOOK, IN_FORCE
from tests.make import PEOPLE, company, person

STAFF = tuple(person(number) for number in PEOPLE)
HERE = replace(IN_FORCE, site="suzhou", settings={"audit_rhythm": "monthly"})


def test_offices_at_work_own_a_duty_or_a_clock_that_is_not_a_right_to_appeal() -> None:
    assert offices_at_work(BOOK) == (
        "auditor",
        "finance",
        "hr",
        "laboratory",
        "quality",
        "responsible_department",
        "sales",
    )


def test_an_office_nobody_settled_and_a_rhythm_nobody_set_are_named() -> None:
    gaps = list(gaps_in_duties(IN_FORCE, BOOK, company(), ()))

    assert gaps == [
        Gap("unsettled_offices", "demanding", "laboratory"),
        Gap("unset_rhythm", "demanding", "audit_rhythm"),
    ]


def test_settled_and_staffed_there_is_no_gap() -> None:
    settled = company(posts={"laboratory": Role.QUALITY})

    assert list(gaps_in_duties(HERE, BOOK, settled, STAFF)) == []


def test_a_role_that_nobody_holds_is_named_with_its_office_and_site() -> None:
    own = replace(HERE, posts={"laboratory": Role.DIRECTOR})
    here = company(in_force=(own,))
    without = tuple(one for one in STAFF if not one.holds_anywhere(Role.DIRECTOR))

    gaps = list(gaps_in_duties(own, BOOK, here, without))

    assert gaps == [Gap("nobody_for_office", "苏州厂", "demanding", Role.DIRECTOR, "laboratory")]


def test_an_office_of_the_people_concerned_needs_no_holder() -> None:
    assert office_role("responsible", "demanding", company()) is Role.EMPLOYEE
    assert list(
        gaps_in_duties(HERE, BOOK, company(posts={"laboratory": Role.EMPLOYEE}), STAFF)
    ) == []  # fmt: skip
