"""What the rulebook asks for at intake and a registered case lacks is filled in later."""

from dataclasses import replace
from datetime import date

import pytest

from core.errors import NoSuchThing, NotAllowed, NotThisPerson, WrongStage
from core.model.case import Stage
from core.model.evidence import Holder
from core.rulebook.compiled import CompiledRulebook
from handlers import arriving, case_filling, cases, refusing, triaging
from tests.core.rulebook.intake_sheet import TEXT, AskingRulebooks
from tests.core.rulebook.shipped import compiled
from tests.fakes import FakeUnitOfWork
from tests.handlers.talk import Talk, photo, talk_with
from tests.liability import verbs
from tests.make import staffed
from tests.make_intake import registered


class AskingForUnits(AskingRulebooks):
    """The same rulebook, asking how many there are."""

    def on(self, rulebook: str, day: date) -> CompiledRulebook:
        return compiled(TEXT.replace("part_no =", "quantity ="))


async def lacking() -> FakeUnitOfWork:
    """A case that has come under a rulebook which asks for more: its incident was on another day."""
    uow = await staffed()
    await registered(uow)
    uow.rulebooks = AskingRulebooks()
    return uow


async def talk_of(uow: FakeUnitOfWork, employee_no: str) -> Talk:
    modules = (arriving, case_filling, cases, refusing, triaging)
    return await talk_with(uow, employee_no, *modules)


async def test_every_kind_of_answer_is_filled_in_until_nothing_is_missing() -> None:
    uow = await lacking()
    sales = await talk_of(uow, "E10")
    await sales.hits("case:1:1")

    await sales.presses("fill_in")
    assert "按制度还缺：<b>型号（1 条）、购买日期（1 条）、投诉人（1 条）、凭证（1 条）</b>" in sales.words()
    await sales.presses("型号")
    assert "型号</b>\n请写料号。（1 条要求必填）" in sales.words()
    await sales.sends("P-300")
    await sales.presses("购买日期")
    await sales.sends("2025-02-01")
    await sales.presses("投诉人")
    await sales.presses("代理商")
    await sales.presses("保修期内")
    await sales.presses("yes")
    await sales.presses("凭证")
    await sales.sends(caption="发票", **photo())
    await sales.hits("case_fields:1:1")

    case = uow.cases.things[1]
    assert "✅ 制度要求的都填了。" in sales.words()
    assert "购买日期 <b>2月1日</b>" in sales.words()
    assert case.part_no == "P-300"
    assert case.answers == {"bought_on": "2025-02-01", "kind": "agent", "in_warranty": "yes"}
    assert len(await uow.evidence.where(holder=Holder.CASE, holder_id=1)) == 1
    assert uow.log.acts().count("case_filled") == 4
    await sales.hits("case:1:1")
    assert "case_fields" not in verbs(sales.latest())


async def test_quality_finds_it_under_triage_and_sends_it_back_with_the_fields() -> None:
    uow = await lacking()
    quality = await talk_of(uow, "E11")
    await quality.hits("triage:1:1")
    assert "case_fields" in verbs(quality.latest())

    await quality.presses("return")
    await quality.presses("lacking_rulebook")

    assert "case_fields" in verbs(uow.outbox.told_to("E10")[-1])


async def test_what_is_no_answer_is_refused_with_words() -> None:
    uow = await lacking()
    sales = await talk_of(uow, "E10")
    await sales.hits("case_fill:1:1:bought_on")

    with pytest.raises(NotAllowed, match="date_impossible"):
        await sales.sends("2月30日")
    await sales.hits("case_fill:1:1:part_no")
    with pytest.raises(NotAllowed, match="answer_too_long"):
        await sales.sends("9" * 101)
    with pytest.raises(NotAllowed, match="answer_empty"):
        await sales.hits("case_pick:1:1:part_no:")
    with pytest.raises(NoSuchThing):
        await sales.hits("case_fill:1:1:customer")
    with pytest.raises(NoSuchThing):
        await sales.hits("case_pick:1:1:customer:x")
    await sales.hits("case_fill:1:1:proof")
    await sales.sends("没有照片")
    assert sales.latest().template == "kind_unsupported"


async def test_only_those_whose_case_it_is_fill_it_in_and_only_until_it_is_over() -> None:
    uow = await lacking()
    director = await talk_of(uow, "E05")
    with pytest.raises(NotThisPerson, match="case_not_theirs_to_fill"):
        await director.hits("case_fields:1:1")

    await uow.cases.put(replace(uow.cases.things[1], stage=Stage.CLOSED))
    sales = await talk_of(uow, "E10")
    with pytest.raises(WrongStage, match="case_elsewhere"):
        await sales.hits("case_fields:1:1")


async def test_a_missing_quantity_is_a_number() -> None:
    uow = await lacking()
    quality = await talk_of(uow, "E11")
    uow.rulebooks = AskingForUnits()

    await quality.hits("case_fill:1:1:quantity")
    await quality.sends("一共 120 台")

    assert uow.cases.things[1].quantity == "120"
