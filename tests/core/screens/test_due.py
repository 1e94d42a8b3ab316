from datetime import timedelta

from core.model.case import Case
from core.model.deadline_clock import DeadlineClock, Subject
from core.model.duty import RULEBOOK_DUTY, Duty
from core.model.money import Money
from core.model.notice import Notice
from core.model.roster import Roster
from core.rules.deadline.behind_clock import BehindClock
from core.screens.digest import digest
from core.screens.due import Waiting, due_screen
from tests.due_pages import all_of
from tests.make import NOW, case

CASES = tuple(case(id=number, number=f"25030{number}") for number in (1, 2))


def demanded(of: Case | None, number: int = 1) -> Duty:
    return Duty(
        id=number,
        case_id=of.id if of else None,
        kind=RULEBOOK_DUTY,
        owner_id=None,
        opened_at=NOW,
        due_at=NOW - timedelta(hours=1),
        data={"label": {"zh-Hans": "客户回访", "en": "Follow up with the customer within a week"}},
    )


def behind(of: Case) -> BehindClock:
    duty = demanded(of, of.id)
    clock = DeadlineClock(
        id=of.id,
        subject=Subject.DUTY,
        subject_id=duty.id,
        site="suzhou",
        rule="visit",
        starts_at=NOW - timedelta(days=1),
        due_at=NOW - timedelta(hours=1),
    )
    return BehindClock(
        clock=clock, roster=Roster(staff={}, day=NOW.date(), case=of), asked=(), is_open=True, duty=duty
    )


def test_the_same_duty_of_two_cases_says_its_case_on_each_button() -> None:
    waiting = [Waiting(kind=RULEBOOK_DUTY, case=one, duty=demanded(one)) for one in (*CASES, None)]

    shown = due_screen(all_of(waiting), NOW, "zh-Hans")

    assert [button.text for row in shown.rows for button in row] == [
        "1. 250301 客户回访",
        "2. 250302 客户回访",
        "3. 客户回访",
    ]


def test_a_label_too_long_for_a_button_still_says_its_case() -> None:
    shown = due_screen(
        all_of([Waiting(kind=RULEBOOK_DUTY, case=one, duty=demanded(one)) for one in CASES]), NOW, "en"
    )

    assert [button.text for row in shown.rows for button in row] == [
        "1. 250301 Follow up with the customer within a…",
        "2. 250302 Follow up with the customer within a…",
    ]


def test_a_digest_is_overtaken_by_the_next_one_unless_it_says_what_others_have_missed() -> None:
    mine = digest(all_of(()), (), NOW, "zh-Hans")

    assert (mine.card, mine.is_moved) == ("digest", True)


def test_what_others_missed_says_its_case_on_each_button_of_the_digest() -> None:
    reported = [behind(one) for one in CASES]

    shown = digest(all_of(()), reported, NOW, "zh-Hans")

    assert (shown.card, shown.is_moved) == ("", False)

    assert [button.text for row in shown.rows for button in row] == ["250301 客户回访", "250302 客户回访"]


def test_a_right_to_appeal_leads_to_its_notice() -> None:
    notice = Notice(
        id=5, number="TZ-2025-0001", case_id=1, version=1, person_id=3, amount=Money(1), issued_at=NOW
    )
    right = Waiting(kind="may_appeal", case=CASES[0], due_at=NOW, notice=notice)

    shown = due_screen(all_of([right]), NOW, "en")

    ((button,), *_) = shown.rows
    assert (button.verb, button.id, button.text) == ("my_notice", 5, "1. TZ-2025-0001")
    assert right.is_right
