"""/cases shows each role the list that it needs, and nothing of others."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from core.actions.case.list_cases import list_cases
from core.errors import NoSuchThing
from core.finding.views import View
from core.finding.wanted import Wanted
from core.model.case import Stage
from core.model.duty import Duty
from core.model.message import Button, Message
from core.model.party import Party
from core.model.roles import Grant, Role
from handlers import cases
from tests.fakes import FakeUnitOfWork
from tests.handlers.talk import Talk, talk_with
from tests.make import NOW, by_no, case, staffed

EARLIER = NOW - timedelta(hours=1)


async def with_cases() -> FakeUnitOfWork:
    """Of 王小明: 1 closed, 2 registered; of 周敏: 3 approving, 4 registered and late, 5 in 无锡; 张伟 is named in 3."""
    uow = await staffed()
    await uow.cases.add(case(number="1", stage=Stage.CLOSED))
    await uow.cases.add(case(number="2"))
    await uow.cases.add(case(number="3", stage=Stage.APPROVING, reporter_id=5, owner_id=2))
    await uow.cases.add(case(number="4", reporter_id=5, first_reply_due_at=EARLIER))
    await uow.cases.add(case(number="5", reporter_id=5, site="wuxi"))
    await uow.parties.add(
        Party(
            case_id=3,
            person_id=3,
            role="direct",
            department="仓储部",
            hearing_due_at=NOW,
            named_by=2,
            named_at=NOW,
        )
    )
    return uow


async def listed(uow: FakeUnitOfWork, employee_no: str, view: View | None = None) -> tuple[View, list[str]]:
    shown = await list_cases(view, 0, actor=await by_no(uow, employee_no), uow=uow)
    return shown.view, [one.number for one in shown.cases]


async def test_sales_see_their_own_the_newest_first() -> None:
    assert await listed(await with_cases(), "E10") == (View.MINE, ["2", "1"])


async def test_quality_sees_what_is_open_at_their_site_the_overdue_first_then_by_stage() -> None:
    assert await listed(await with_cases(), "E11") == (View.OPEN, ["4", "2", "3"])


class TooWide:
    """An index that names every case to everybody."""

    async def find(self, wanted: Wanted, most: int, after: int = 0) -> tuple[int, ...]:
        _ = wanted, most, after
        return (5, 4, 3, 2, 1)

    async def open_at(
        self, sites: tuple[str, ...], now: datetime, most: int, after: int = 0
    ) -> tuple[int, ...]:
        _ = sites, now, most, after
        return (5, 4, 3, 2, 1)


async def test_what_the_index_names_by_mistake_is_not_shown() -> None:
    uow = await with_cases()
    uow.case_index = TooWide()  # type: ignore[assignment]

    assert await listed(uow, "E10") == (View.MINE, ["2", "1"])
    assert await listed(uow, "E11") == (View.OPEN, ["4", "3", "2", "1"])


async def test_a_task_that_is_late_brings_its_case_to_the_front() -> None:
    uow = await with_cases()
    await uow.duties.add(Duty(case_id=3, kind="x", owner_id=4, opened_at=EARLIER, due_at=EARLIER))
    await uow.duties.add(Duty(case_id=2, kind="x", owner_id=4, opened_at=NOW))
    await uow.duties.add(Duty(case_id=2, kind="x", owner_id=4, opened_at=NOW, due_at=NOW + timedelta(days=1)))

    shown = await list_cases(None, 0, actor=await by_no(uow, "E11"), uow=uow)

    assert [one.number for one in shown.cases] == ["3", "4", "2"]
    assert shown.late == {3, 4}


async def test_a_supervisor_sees_what_waits_for_them_and_where_their_people_are_named() -> None:
    uow = await with_cases()
    supervisor = await by_no(uow, "E03")
    await uow.duties.add(
        Duty(case_id=2, kind="confirm_responsibility", owner_id=supervisor.id, opened_at=NOW)
    )

    assert await listed(uow, "E03") == (View.WAITING, ["2"])
    assert await listed(uow, "E03", View.PEOPLE) == (View.PEOPLE, ["3"])
    assert await listed(uow, "E03", View.MINE) == (View.MINE, ["2"])


async def test_finance_begins_with_what_waits_and_can_look_at_everything_of_the_site() -> None:
    uow = await with_cases()

    assert await listed(uow, "E06") == (View.WAITING, [])
    assert await listed(uow, "E06", View.OPEN) == (View.OPEN, ["4", "2", "3"])
    assert await listed(uow, "E06", View.ALL) == (View.ALL, ["4", "3", "2", "1"])


async def test_employees_see_where_they_are_named_and_no_list_of_others() -> None:
    uow = await with_cases()

    assert await listed(uow, "E17") == (View.MINE, ["3"])
    assert await listed(uow, "E17", View.ALL) == (View.MINE, ["3"])
    assert await listed(uow, "E17", View.OPEN) == (View.MINE, ["3"])


async def test_quality_of_a_site_that_was_given_up_sees_nothing_there() -> None:
    uow = await with_cases()
    await uow.persons.put(replace(await by_no(uow, "E11"), grants=(Grant(Role.QUALITY, "gone"),)))

    assert await listed(uow, "E11") == (View.OPEN, [])


def labels(message: Message) -> Sequence[str]:
    return [button.label for row in message.rows for button in row if button.label]


async def test_lists_and_pages_are_turned_by_buttons() -> None:
    uow = await staffed()
    for number in range(23):
        await uow.cases.add(case(number=f"2503{number:02}"))
    talk = await talk_with(uow, "E11", cases)

    await talk.sends("/cases")
    assert labels(talk.latest()) == ["view_open", "view_mine", "view_all", "page_after"]
    assert talk.latest().data["view"] is View.OPEN
    await talk.presses("page_after")
    await talk.presses("page_after")
    assert len(talk.latest().data["cases"]) == 3  # type: ignore[arg-type]
    assert labels(talk.latest())[-1] == "page_before"
    await talk.presses("page_before")
    await talk.presses("view_mine")
    assert (talk.latest().data["view"], talk.latest().data["cases"]) == (View.MINE, [])


@pytest.mark.parametrize("code", ["", "mine", "mine.x", "theirs.0", "mine.-1"])
async def test_a_forged_list_is_nothing(code: str) -> None:
    talk = Talk(await with_cases(), await by_no(await with_cases(), "E10"), cases.handlers())

    with pytest.raises(NoSuchThing):
        await talk.presses("x", Message(template="x", rows=((Button("x", "cases", arg=code),),)))
