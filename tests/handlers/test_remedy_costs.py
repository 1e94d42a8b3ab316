"""What the remedy of a case has cost is taken over as losses by a press, once, and never by itself."""

from dataclasses import replace

import pytest

from bot.render.renderer import Renderer
from core.errors import NoSuchThing, NotThisPerson
from core.model.evidence import Evidence, Holder, Kind, Storing
from core.model.remedy import Cost, CostClass, RemedyKind, Undertaking
from tests.fakes import FakeUnitOfWork
from tests.handlers.liability_talk import liability_talk
from tests.liability import investigated, loss_entered, the_case, version, who

PARTS = Cost(cost_class=CostClass.PARTS, fen=80000, basis="轴封 8 个")
FREIGHT = Cost(cost_class=CostClass.TRANSPORT, fen=12000, basis="运单 77")


async def carried_out(uow: FakeUnitOfWork, *costs: Cost) -> FakeUnitOfWork:
    """李强 has replaced the seals, with a picture of it."""
    doer = await who(uow, "E03")
    part = await uow.undertakings.add(
        Undertaking(
            case_id=1,
            kind=RemedyKind.REPAIR,
            what="更换 8 台轴封",
            owner_id=doer.id,
            costs=costs or (PARTS,),
            done_at=uow.now,
            done_by=doer.id,
        )
    )
    await uow.evidence.add(
        Evidence(
            holder=Holder.UNDERTAKING,
            holder_id=part.id,
            kind=Kind.TEXT,
            storing=Storing.NO_FILE,
            text="维修记录",
            chat_id=1,
            message_id=1,
            received_by=doer.id,
            received_at=uow.now,
        )
    )
    return uow


async def losses(uow: FakeUnitOfWork) -> list[tuple[object, object]]:
    return [(item["kind"], item.get("amount")) for item in (await the_case(uow)).losses]


async def test_the_card_says_what_is_not_entered_and_a_press_enters_it() -> None:
    uow = await carried_out(await investigated())
    quality = await liability_talk(uow, "E11")
    await quality.hits("investigate:1:1")
    assert "有 800.00 元还没有列入损失项" in quality.words()
    await quality.presses("go_costs")
    assert "更换 8 台轴封：零部件 800.00 元（轴封 8 个；凭证 1 件），还没有列入" in quality.words()
    assert await losses(uow) == []

    await quality.presses("take_parts")

    assert await losses(uow) == [("material", "800.00")]
    assert "✓ 第 1 项" in quality.words()
    assert "按 ⤵" not in quality.words()
    await quality.presses("back")
    assert "客户补救" not in quality.words()
    english = Renderer(uow.company).rendered("en", quality.latest()).html
    assert "remedy" not in english.lower()


async def test_of_many_costs_those_still_to_enter_come_first_and_the_list_is_never_too_long() -> None:
    uow = await investigated()
    for number in range(30):
        await carried_out(uow, Cost(cost_class=CostClass.PARTS, fen=100 + number, basis="长" * 300))
    quality = await liability_talk(uow, "E11")
    await quality.hits("loss_cost:1:1:1:parts:0")

    assert "还有 20 笔" in quality.words()
    assert "✓ 第 1 项" not in quality.words()
    assert len(quality.words()) < 4096
    english = Renderer(uow.company).rendered("en", quality.latest()).html
    assert "20 more" in english
    assert len(english) < 4096


async def test_a_second_tap_enters_nothing_twice() -> None:
    uow = await carried_out(await investigated())
    quality = await liability_talk(uow, "E11")
    for _ in range(2):
        await quality.hits(f"loss_cost:1:{await version(uow)}:1:parts:0")

    assert await losses(uow) == [("material", "800.00")]


async def test_where_it_can_be_several_losses_the_investigator_says_which() -> None:
    uow = await carried_out(await investigated(), FREIGHT)
    quality = await liability_talk(uow, "E11")
    await quality.hits("losses:1:1")

    await quality.presses("take_transport")

    assert "这笔支出按哪一种损失列入" in quality.words()
    assert "As which kind of loss" in Renderer(uow.company).rendered("en", quality.latest()).html
    await quality.presses("退运运费")
    assert await losses(uow) == [("return_freight", "120.00")]


async def test_an_amount_changed_since_is_a_difference_that_a_press_takes_back() -> None:
    uow = await carried_out(await investigated())
    quality = await liability_talk(uow, "E11")
    await quality.hits("loss_cost:1:1:1:parts:0")
    await quality.hits(f"loss_new:1:{await version(uow)}:material:0")
    await quality.sends("700")

    assert "⚠️ 第 1 项写的是 700.00 元" in quality.words()
    assert "Item 1 says 700.00 yuan" in Renderer(uow.company).rendered("en", quality.latest()).html
    await quality.presses("take_changed")
    assert await losses(uow) == [("material", "800.00")]


async def test_what_was_typed_before_is_tied_to_it_and_nothing_is_added() -> None:
    uow = await loss_entered()
    spent = Cost(cost_class=CostClass.COMPENSATION, fen=80000, basis="协议")
    quality = await liability_talk(await carried_out(uow, spent), "E11")
    await quality.hits(f"losses:1:{await version(uow)}")
    assert "与第 1 项金额相同" in quality.words()
    before = await losses(uow)

    await quality.presses("tie_cost")

    assert await losses(uow) == before
    assert "✓ 第 1 项" in quality.words()


async def test_what_was_taken_away_is_offered_again() -> None:
    uow = await carried_out(await investigated())
    quality = await liability_talk(uow, "E11")
    await quality.hits("loss_cost:1:1:1:parts:0")

    await quality.hits(f"loss_remove:1:{await version(uow)}:0")

    assert "还没有列入" in quality.words()


async def test_only_who_enters_losses_takes_costs_over() -> None:
    uow = await carried_out(await investigated())

    with pytest.raises(NotThisPerson):
        await (await liability_talk(uow, "E10")).hits("loss_cost:1:1:1:parts:0")
    assert await losses(uow) == []


@pytest.mark.parametrize("press", ["9:parts:0", "1:repair:0", "1:parts:4", "1:nothing", "1"])
async def test_what_was_not_spent_is_no_loss(press: str) -> None:
    uow = await carried_out(await investigated())

    with pytest.raises(NoSuchThing):
        await (await liability_talk(uow, "E11")).hits(f"loss_cost:1:1:{press}")


async def test_nothing_that_was_not_carried_out_is_offered() -> None:
    uow = await carried_out(await investigated())
    (part,) = await uow.undertakings.where()
    await uow.undertakings.put(replace(part, done_at=None, done_by=None))
    quality = await liability_talk(uow, "E11")

    await quality.hits("losses:1:1")

    assert "客户补救" not in quality.words()
