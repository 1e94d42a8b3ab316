"""Naming a deputy under /my, for oneself and for others."""

import pytest

from core.errors import NoSuchThing, NotAllowed, NotThisPerson
from handlers import deputies, my
from tests.fakes import FakeUnitOfWork
from tests.handlers.talk import Talk, talk_with
from tests.make import by_no, staffed


async def talk_of(uow: FakeUnitOfWork, employee_no: str) -> Talk:
    return await talk_with(uow, employee_no, my, deputies)


async def naming() -> tuple[FakeUnitOfWork, Talk]:
    """赵刚, asked who is to stand in for them."""
    uow = await staffed()
    boss = await talk_of(uow, "E05")
    await boss.sends("/my")
    await boss.presses("deputies")
    await boss.presses("deputy_name")
    return uow, boss


async def test_somebody_names_their_own_deputy_and_calls_it_off_again() -> None:
    uow, boss = await naming()

    await boss.sends("钱进")
    await boss.presses("钱进 E08")
    await boss.sends("3月3日")
    await boss.sends("3月5日")
    (row,) = uow.deputyships.things.values()
    assert (row.from_on.day, row.until_on.day) == (3, 5)
    assert boss.reply.said[-1].template == "deputy_named"
    assert await uow.dialogues.find(boss.actor.id) is None

    await boss.sends("/my")
    await boss.presses("deputies")
    await boss.presses("赵刚 → 钱进")

    assert uow.deputyships.things[row.id].ended_at is not None
    assert boss.reply.said[-1].template == "deputyship_ended"


async def test_an_admin_names_one_for_somebody_else() -> None:
    uow = await staffed()
    admin = await talk_of(uow, "E07")

    await admin.sends("/my")
    await admin.presses("deputies")
    await admin.presses("deputy_for_other")
    await admin.sends("不存在的人")
    assert admin.reply.said[-1].data["found"] == 0
    await admin.sends("赵刚")
    await admin.presses("赵刚 E05")
    await admin.sends("qianjin" if (await by_no(uow, "E08")).pinyin else "钱进")
    await admin.presses("钱进 E08")
    await admin.sends("3月3日")
    await admin.sends("3月3日")

    (row,) = uow.deputyships.things.values()
    assert (row.person_id, row.named_by) == ((await by_no(uow, "E05")).id, admin.actor.id)


async def test_nobody_else_names_one_for_others() -> None:
    uow = await staffed()
    driver = await talk_of(uow, "E17")
    await driver.sends("/my")
    await driver.presses("deputies")
    assert [row[0].label for row in driver.reply.said[-1].rows] == ["deputy_name"]

    boss = await by_no(uow, "E05")
    with pytest.raises(NotThisPerson, match="deputy_by_self"):
        await driver.hits(f"deputy_absent:{boss.id}:0")


async def test_days_in_the_wrong_order_are_said_and_asked_for_again() -> None:
    uow, boss = await naming()
    await boss.sends("钱进")
    await boss.presses("钱进 E08")
    await boss.sends("2025-03-05")

    with pytest.raises(NotAllowed, match="deputy_days_wrong"):
        await boss.sends("2025-03-04")
    await boss.sends("2025-03-06")

    assert len(uow.deputyships.things) == 1


async def test_a_forged_person_is_nobody() -> None:
    _, boss = await naming()

    with pytest.raises(NoSuchThing, match="person_unknown"):
        await boss.hits("deputy_pick:99:0")
