from dataclasses import replace
from datetime import timedelta

from core.actions.case.ask_owner import ask_owner
from core.actions.case.return_case import return_case
from core.model.case import Stage
from core.model.duty import Duty
from core.screens.due import due_screen
from tests.due_pages import all_of
from tests.fakes import FakeUnitOfWork
from tests.make import NOW, by_no, staffed
from tests.make_intake import accepted, registered
from tests.waiting import what_waits


async def kinds(uow: FakeUnitOfWork, employee_no: str) -> list[str]:
    return [one.kind for one in await what_waits(await by_no(uow, employee_no), uow=uow)]


async def test_quality_has_triage_investigations_and_questions() -> None:
    uow = await staffed()
    case = await accepted(uow)
    await registered(uow)
    await ask_owner(case, "何时？", actor=await by_no(uow, "E10"), uow=uow)

    assert await kinds(uow, "E11") == ["triage", "investigation", "question"]


async def test_sales_has_first_replies_and_cases_sent_back() -> None:
    uow = await staffed()
    case = await registered(uow)
    await return_case(case, "缺照片", actor=await by_no(uow, "E11"), uow=uow)

    assert await kinds(uow, "E10") == ["first_reply", "supplement"]


async def test_answered_and_closed_cases_wait_for_no_reply() -> None:
    uow = await staffed(first_reply_hours=None)
    await registered(uow)
    uow.company = replace(uow.company, first_reply_hours=24)
    answered, closed = await registered(uow), await registered(uow)
    await uow.cases.put(replace(answered, replied_at=NOW))
    await uow.cases.put(replace(closed, stage=Stage.CLOSED))

    assert await kinds(uow, "E10") == []


async def test_tasks_come_by_their_time_and_without_a_case_too() -> None:
    uow = await staffed()
    case = await registered(uow)
    person = await by_no(uow, "E03")
    for kind, case_id, due_at in (
        ("later", None, None),
        ("soon", case.id, NOW + timedelta(hours=1)),
        ("late", None, NOW),
    ):
        await uow.duties.add(
            Duty(case_id=case_id, kind=kind, owner_id=person.id, opened_at=NOW, due_at=due_at)
        )

    waiting = await what_waits(person, uow=uow)
    shown = due_screen(all_of(waiting), NOW, "zh-Hans")

    assert [one.kind for one in waiting] == ["late", "soon", "later"]
    assert [line["late"] for line in shown.data["lines"]] == [True, False, False]  # type: ignore[attr-defined]
    assert [button.verb for row in shown.rows for button in row] == ["case"]
