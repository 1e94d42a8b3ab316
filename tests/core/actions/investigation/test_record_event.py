from dataclasses import replace
from datetime import timedelta

import pytest

from core.actions.case.work_of_case import work_of
from core.actions.investigation.record_event import events_of, record_event
from core.errors import NoSuchThing, NotThisPerson, SomebodyWasFirst, WrongStage
from core.model.case import Stage
from core.screens.case_work import Work
from tests.demanding import open_rules, the_duty, under_demands
from tests.fakes import FakeUnitOfWork
from tests.make import NOW, by_no


async def record(uow: FakeUnitOfWork, event: str, who: str = "E11", **more: bool) -> None:
    await record_event(1, event, uow.now.isoformat(), actor=await by_no(uow, who), uow=uow, **more)


async def test_only_events_that_the_bot_does_not_see_are_told_by_people() -> None:
    uow = await under_demands()

    told = events_of(await uow.cases.get(1), uow=uow)

    assert {event: kind for event, (_, kind) in told.items()} == {"arrived": "moment", "month": "month"}


@pytest.mark.parametrize("who", ["E10", "E11", "E12"])
async def test_reporter_investigator_and_quality_start_a_clock_by_telling_when(who: str) -> None:
    uow = await under_demands()

    await record(uow, "arrived", who)

    assert (await the_duty(uow, "analyse")).due_at == NOW + timedelta(hours=48)
    assert "event_recorded" in uow.log.acts()


async def test_a_second_tap_changes_nothing_and_a_correction_is_logged() -> None:
    uow = await under_demands()
    await record(uow, "arrived")
    uow.now += timedelta(hours=1)
    with pytest.raises(SomebodyWasFirst):
        await record(uow, "arrived")

    await record(uow, "arrived", is_anew=True)

    assert (await the_duty(uow, "analyse")).due_at == NOW + timedelta(hours=49)
    corrected = [row for row in uow.log.rows if row.act == "event_recorded"][-1]
    assert corrected.facts["instead_of"] == NOW.isoformat()


async def test_what_nobody_may_tell_is_refused() -> None:
    uow = await under_demands()
    with pytest.raises(NoSuchThing):
        await record(uow, "received")
    with pytest.raises(NotThisPerson):
        await record(uow, "arrived", "E06")
    with pytest.raises(NoSuchThing):
        await record(uow, "arrived", "E01")
    await uow.cases.put(replace(await uow.cases.get(1), stage=Stage.CLOSED))
    with pytest.raises(WrongStage):
        await record(uow, "arrived")
    assert "analyse" not in await open_rules(uow)


async def test_the_cases_screen_counts_its_work_for_each_reader() -> None:
    uow = await under_demands()
    case = await uow.cases.get(1)
    done = await the_duty(uow, "improve")
    await uow.duties.put(replace(done, done_at=NOW, done_by=2, finished_by=2))

    async def seen(who: str) -> Work:
        return await work_of(case, reader=await by_no(uow, who), uow=uow)

    assert await seen("E11") == Work(
        open_duties=4, duties=5, tells_events=True, sees_customer=True, sees_corrective=True
    )
    assert await seen("E06") == Work(
        open_duties=4, duties=5, tells_events=False, sees_customer=True, sees_corrective=True
    )
    assert events_of(replace(case, rulebook=""), uow=uow) == {}
