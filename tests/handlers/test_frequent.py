"""A product that comes back too often is put before quality, once."""

from dataclasses import replace
from datetime import timedelta

import pytest

from core.actions.kin.watch_product import watch_product
from core.errors import NoSuchThing, NotThisPerson, SomebodyWasFirst
from core.model.duty import Duty
from core.model.kinship import Kinship
from core.model.message import Button, Message
from handlers import due, frequent
from tests.fakes import FakeUnitOfWork
from tests.handlers.talk import Talk, talk_with
from tests.make import NOW, by_no, case, staffed
from tests.waiting import what_waits


async def with_pumps(count: int = 3, **changes: object) -> FakeUnitOfWork:
    uow = await staffed()
    for number in range(count):
        await uow.cases.add(case(number=f"25030{number}", **changes))
    return uow


async def watched(uow: FakeUnitOfWork) -> Duty | None:
    return await watch_product(list(uow.cases.things.values())[-1], uow=uow)


async def talk_of(uow: FakeUnitOfWork, employee_no: str) -> Talk:
    return await talk_with(uow, employee_no, frequent, due)


async def test_the_third_case_within_the_days_is_put_before_quality_and_waits_for_one_of_them() -> None:
    uow = await with_pumps()

    duty = await watched(uow)

    assert duty
    (message,) = uow.outbox.told_to("E11")
    assert (message.template, message.data["product"]) == ("frequent_flagged", "水泵")
    assert [one.kind for one in await what_waits(await by_no(uow, "E11"), uow=uow)].count(
        "frequent_product"
    ) == 1
    assert uow.log.acts() == ["frequent_product_flagged"]


async def test_a_fourth_case_says_it_no_second_time() -> None:
    uow = await with_pumps(4)

    assert await watched(uow)
    assert await watched(uow) is None


async def test_two_cases_are_not_too_many() -> None:
    assert await watched(await with_pumps(2)) is None


async def test_the_same_product_at_another_site_does_not_count() -> None:
    uow = await with_pumps(2)
    await uow.cases.add(case(number="250309", site="wuxi"))

    assert await watch_product(await uow.cases.get(2), uow=uow) is None


async def test_cases_before_the_days_do_not_count() -> None:
    uow = await with_pumps()
    await uow.cases.put(replace(await uow.cases.get(1), registered_at=NOW - timedelta(days=31)))

    assert await watched(uow) is None


async def test_a_company_may_switch_it_off() -> None:
    uow = await with_pumps()
    uow.company = replace(uow.company, kinship=Kinship(frequent=0))

    assert await watched(uow) is None


async def test_without_a_product_or_quality_there_is_nothing_to_say() -> None:
    assert await watched(await with_pumps(product="", part_no="")) is None
    assert await watched(await with_pumps(site="wuxi")) is None


async def test_who_reported_it_is_asked_only_where_nobody_else_is() -> None:
    uow = await with_pumps(reporter_id=2)

    duty = await watched(uow)

    assert duty
    assert duty.owner_id == 2


async def test_quality_opens_it_from_their_list_and_says_what_is_done() -> None:
    uow = await with_pumps()
    duty = await watched(uow)
    talk = await talk_of(uow, "E11")
    await talk.sends("/due")
    (button,) = [one for row in talk.latest().rows for one in row if one.verb == "frequent"]
    await talk.presses("opened", Message(template="x", rows=((replace(button, label="opened"),),)))
    assert [number for number, _, _ in talk.latest().data["cases"]] == ["250300", "250301", "250302"]  # type: ignore[attr-defined]

    await talk.presses("answer_frequent")
    await talk.sends("密封圈换供应商，由采购在 250302 里做")

    assert talk.latest().template == "frequent_kept"
    assert duty
    done = await uow.duties.get(duty.id)
    assert (done.done_by, done.data["answer"]) == (talk.actor.id, "密封圈换供应商，由采购在 250302 里做")
    assert uow.log.rows[-1].words == {"answer": "密封圈换供应商，由采购在 250302 里做"}
    with pytest.raises(SomebodyWasFirst):
        await talk.presses("opened", Message(template="x", rows=((replace(button, label="opened"),),)))


async def test_nobody_else_answers_for_quality_and_no_other_task_is_taken_for_one() -> None:
    uow = await with_pumps()
    duty = await watched(uow)
    other = await uow.duties.add(Duty(kind="sign", owner_id=1, opened_at=NOW))
    assert duty
    pressed = {
        one.id: Message(template="x", rows=((Button("go", "frequent_done", one.id),),))
        for one in (duty, other)
    }

    with pytest.raises(NotThisPerson):
        await (await talk_of(uow, "E10")).presses("go", pressed[duty.id])
    with pytest.raises(NoSuchThing):
        await (await talk_of(uow, "E11")).presses("go", pressed[other.id])
