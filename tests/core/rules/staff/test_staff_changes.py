from dataclasses import replace
from datetime import date

from core.model.person import Person
from core.model.roles import Grant, Role
from core.model.staff import StaffEntry
from core.rules.staff.staff_changes import Change, staff_changes
from tests.make import entry_for, person

KNOWN = replace(person("E17"), id=3)


def entry(known: Person = KNOWN, **changes: object) -> StaffEntry:
    return entry_for(known, **changes)


def test_the_same_people_change_nothing() -> None:
    assert staff_changes([entry()], [KNOWN]).are_none()


def test_who_is_new_joins() -> None:
    joiner = entry(employee_no="E50")

    assert staff_changes([entry(), joiner], [KNOWN]).joiners == (joiner,)


def test_absence_from_the_file_is_never_leaving() -> None:
    changes = staff_changes([], [KNOWN, replace(person("E03"), left_on=date(2025, 1, 1))])

    assert changes.are_none()
    assert changes.absent == (KNOWN,)


def test_only_a_last_day_makes_a_leaver() -> None:
    leaver = entry(left_on=date(2025, 3, 31))

    assert staff_changes([leaver], [KNOWN]).leavers == (leaver,)
    assert staff_changes([leaver], [replace(KNOWN, left_on=date(2025, 3, 31))]).leavers == ()


def test_each_changed_field_is_shown_old_and_new() -> None:
    promoted = entry(department="品管部", grants=(Grant(Role.QUALITY, "suzhou"),))

    ((_, changes),) = staff_changes([promoted], [KNOWN]).changed

    assert changes == (
        Change("department", "仓储部", "品管部"),
        Change("grants", KNOWN.grants, promoted.grants),
    )


def test_the_language_a_person_chose_is_left_to_them() -> None:
    assert staff_changes([entry(language="en")], [KNOWN]).are_none()


def test_somebody_who_left_may_come_back_but_their_old_rights_are_no_change() -> None:
    gone = replace(KNOWN, left_on=date(2025, 1, 31), grants=())

    assert staff_changes([entry(left_on=date(2025, 1, 31))], [gone]).are_none()
    ((_, changes),) = staff_changes([entry()], [gone]).changed
    assert changes == (Change("left_on", date(2025, 1, 31), None),)
