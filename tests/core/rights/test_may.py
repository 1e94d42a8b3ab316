"""How a right is judged: by role, by part, by stage, by conflict of interest, and for somebody absent."""

from dataclasses import replace

import pytest

from core.errors import NoSuchThing, NotThisPerson, WrongStage
from core.model.case import Stage
from core.model.deputy import deputy_for
from core.model.person import Person
from core.model.roles import Grant, Role
from core.rights.action import Action
from core.rights.bar import Bar
from core.rights.circumstances import NOWHERE, Circumstances, around_case
from core.rights.may import barred, check_right, check_theirs, is_theirs, is_time, may
from core.rights.table import RIGHTS, rights_in
from core.rights.tie import Tie
from tests.make import case, person


def somebody(employee_no: str, identity: int) -> Person:
    return person(employee_no, id=identity)


QUALITY, WORKER, FINANCE = somebody("E11", 2), somebody("E17", 3), somebody("E06", 8)


def decided(**changes: object) -> Circumstances:
    return replace(around_case(case(stage=Stage.DECIDED, owner_id=2)), **changes)  # type: ignore[arg-type]


def test_a_role_counts_at_its_site_only() -> None:
    assert may(Action.TRIAGE, QUALITY, around_case(case()))
    assert not may(Action.TRIAGE, QUALITY, around_case(case(site="wuxi")))
    assert not may(Action.TRIAGE, WORKER, around_case(case()))


def test_without_a_site_a_role_counts_that_is_held_anywhere() -> None:
    assert may(Action.READ_PAYROLL, FINANCE, NOWHERE)
    assert not may(Action.READ_PAYROLL, WORKER, NOWHERE)


def test_a_stage_that_is_over_is_said_before_whose_it_is() -> None:
    with pytest.raises(WrongStage, match="case_elsewhere") as refused:
        check_right(Action.TRIAGE, WORKER, decided())
    assert refused.value.data["stage"] is Stage.DECIDED
    assert not is_time(Action.TRIAGE, case(stage=Stage.DECIDED))
    assert is_theirs(Action.TRIAGE, QUALITY, decided())


def test_a_thing_without_a_case_knows_no_stage() -> None:
    assert may(Action.UNDO_DUTY, WORKER, NOWHERE.tied(Tie.DOER, (3,)))


def test_what_nobody_is_tied_to_is_nobodys() -> None:
    assert not may(Action.ANSWER_NOTICE, WORKER, NOWHERE)
    assert may(Action.TALK, WORKER, NOWHERE)


def test_who_is_named_does_not_close_whatever_they_hold() -> None:
    there = decided().barring(Bar.NAMED, {2})

    assert barred(Action.CLOSE_CASE, there) == {2}
    assert not may(Action.CLOSE_CASE, QUALITY, there)
    with pytest.raises(NotThisPerson, match="closed_by_quality"):
        check_right(Action.CLOSE_CASE, QUALITY, there, owner="")


def test_a_bar_that_is_not_known_is_no_yes() -> None:
    with pytest.raises(KeyError):
        may(Action.CLOSE_CASE, QUALITY, decided())


def test_a_bar_may_have_words_of_its_own() -> None:
    there = NOWHERE.barring(Bar.MADE_IT, {8})

    with pytest.raises(NotThisPerson, match="second_person_closes"):
        check_right(Action.CLOSE_PAYROLL, FINANCE, there, number="P-1")
    with pytest.raises(NotThisPerson, match="finance_only"):
        check_right(Action.CLOSE_PAYROLL, WORKER, there)


def test_what_is_not_to_be_seen_is_not_there() -> None:
    with pytest.raises(NoSuchThing, match="case_unknown"):
        check_theirs(Action.SEE_CASE, WORKER, around_case(case()))


def test_a_deputy_acts_with_the_right_of_who_is_absent_and_keeps_their_own() -> None:
    acting = deputy_for(WORKER, QUALITY)

    assert may(Action.TRIAGE, acting, around_case(case()))
    assert may(Action.ANSWER_NOTICE, acting, NOWHERE.tied(Tie.ADDRESSEE, (3,)))
    assert acting.holds(Role.QUALITY, "suzhou")
    assert acting.holds(Role.EMPLOYEE, "suzhou")
    assert acting.holds_anywhere(Role.QUALITY)
    assert not acting.holds_anywhere(Role.ADMIN)


def test_a_deputy_does_nothing_that_is_personal_to_who_is_absent() -> None:
    there = NOWHERE.tied(Tie.ADDRESSEE, (2,))

    assert not may(Action.ANSWER_NOTICE, deputy_for(WORKER, QUALITY), there)


def test_a_deputy_opens_no_case_for_somebody_who_is_named_in_it() -> None:
    named = around_case(case(site="wuxi")).tied(Tie.NAMED, (2,))

    assert may(Action.SEE_CASE, QUALITY, named)
    assert not may(Action.SEE_CASE, deputy_for(WORKER, QUALITY), named)


@pytest.mark.parametrize("named", [2, 3])
def test_neither_a_deputy_nor_who_is_absent_may_be_named_in_the_case(named: int) -> None:
    there = decided().barring(Bar.NAMED, {named})

    assert not may(Action.CLOSE_CASE, deputy_for(WORKER, QUALITY), there)


def test_who_has_a_part_in_a_case_stands_in_for_nobody_there() -> None:
    there = decided(case_id=7).barring(Bar.NAMED, ())

    assert not may(Action.CLOSE_CASE, deputy_for(WORKER, QUALITY, frozenset({7})), there)
    assert may(Action.CLOSE_CASE, deputy_for(WORKER, QUALITY, frozenset({8})), there)


def test_who_reported_a_case_stands_in_for_nobody_there() -> None:
    reporter = somebody("E10", 1)

    assert not may(Action.TRIAGE, deputy_for(reporter, QUALITY), around_case(case()))


def test_a_deputy_of_nobody_entitled_is_refused_like_anybody() -> None:
    with pytest.raises(NotThisPerson, match="finance_only"):
        check_right(Action.READ_PAYROLL, deputy_for(WORKER, QUALITY), NOWHERE)


def test_each_action_has_one_row() -> None:
    rows = tuple(RIGHTS.values())

    assert set(Action) == RIGHTS.keys()
    with pytest.raises(ValueError, match="two rows"):
        rights_in((*rows, rows[0]))


def test_a_grant_without_a_site_counts_everywhere() -> None:
    roaming = replace(WORKER, grants=(Grant(Role.QUALITY),))

    assert may(Action.TRIAGE, roaming, around_case(case(site="wuxi")))
