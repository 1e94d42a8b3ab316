from dataclasses import replace

import pytest

from core.actions.investigation.name_party import name_party
from core.errors import NoSuchThing, NotAllowed, NotThisPerson, WrongStage
from core.model.case import Stage
from core.model.party import Party
from tests.fakes import FakeUnitOfWork
from tests.handlers.liability_talk import liability_talk
from tests.liability import (
    complete,
    investigated,
    last_told,
    loss_entered,
    named,
    put,
    the_case,
    verbs,
    version,
    who,
    with_wage,
)


async def test_the_preview_offers_rates_for_the_first_open_person() -> None:
    quality = await liability_talk(await named(), "E11")

    await quality.hits("investigate:1:1")

    assert [button.text for button in quality.latest().rows[0]] == ["60%", "65%", "70%", "75%", "80%", ""]
    words = quality.words()
    assert "直接损失 <b>1,460.00</b> 元 → <b>严重事故</b>（5.1 条）" in words
    assert "张伟 直接责任人 60–80% → 876.00–1,168.00（待定）" in words
    assert "张伟的比例（60–80%），写明理由（5.1 条）" in words
    assert words.endswith("现在选：<b>张伟</b> 的比例（60–80%）")
    assert "张伟 未答复" in words


async def test_a_region_without_a_minimum_wage_is_named_as_what_the_settings_lack() -> None:
    uow = await complete()
    await with_wage(uow, "E17", "6000")
    quality = await liability_talk(uow, "E11")

    await quality.hits("investigate:1:1")

    assert "还没有登记当地最低工资" in quality.words()
    assert "还要您决定" not in quality.words()
    assert "put" in verbs(quality.latest())


async def test_an_empty_case_says_what_is_missing() -> None:
    uow = await investigated()
    await uow.cases.put(replace(await the_case(uow), cause=""))
    quality = await liability_talk(uow, "E11")

    await quality.hits("investigate:1:1")

    assert "还没有填：损失项、责任人、原因" in quality.words()
    assert "不适用" not in quality.words()
    assert "put" not in verbs(quality.latest())


async def test_a_rulebook_that_does_not_apply_says_so_only_of_what_was_entered() -> None:
    uow = await investigated()
    await uow.cases.put(replace(await the_case(uow), facts={"delay_hours": "1"}))
    quality = await liability_talk(uow, "E11")

    await quality.hits("investigate:1:1")

    assert "还不构成这项制度所说的事故" in quality.words()


async def test_figures_without_a_cause_ask_for_it_first() -> None:
    uow = await complete()
    await uow.cases.put(replace(await the_case(uow), cause=""))
    quality = await liability_talk(uow, "E11")
    await quality.hits("investigate:1:1")

    with pytest.raises(NotAllowed, match="cause_first"):
        await quality.hits(f"put:1:{await version(uow)}")
    await quality.presses("go_put")
    assert quality.reply.toasts == ["cause_first"]
    await quality.sends("轴封装反")
    await quality.presses("go_put")

    assert (await the_case(uow)).stage is Stage.CONFIRMING


async def test_only_the_investigator_opens_it() -> None:
    stranger = await liability_talk(await named(), "E10")

    with pytest.raises(NotThisPerson, match="only_the_owner"):
        await stranger.hits("investigate:1:1")


async def test_cause_and_containment_are_asked_and_kept() -> None:
    uow = await named()
    quality = await liability_talk(uow, "E11")
    await quality.hits("investigate:1:1")

    await quality.presses("go_cause")
    await quality.presses("工作疏忽、错单")
    await quality.sends("轴封装反")
    assert "原因：轴封装反（工作疏忽、错单）" in quality.words()
    await quality.presses("go_cause")
    await quality.sends("轴封装反")
    assert "工作疏忽" not in quality.words()
    await quality.presses("go_more")
    assert "应急措施还没有写" in quality.words()
    await quality.presses("go_containment")
    await quality.sends("在库隔离")

    assert "原因：轴封装反" in quality.words()
    assert (await the_case(uow)).containment == "在库隔离"
    assert await uow.dialogues.find(quality.actor.id) is None


async def test_a_rate_is_pressed_and_its_reason_typed() -> None:
    uow = await named()
    quality = await liability_talk(uow, "E11")
    await quality.hits("investigate:1:1")

    await quality.presses("60%")
    assert "<b>60%</b>" in quality.words()
    await quality.sends("首次，主动报告")

    assert "张伟 直接责任人 60% → <b>876.00</b>" in quality.words()
    assert quality.latest().rows[0][0].arg.endswith(":10")


async def test_another_rate_is_typed_and_outside_the_range_is_refused() -> None:
    uow = await named()
    quality = await liability_talk(uow, "E11")
    await quality.hits("investigate:1:1")

    await quality.presses("other_rate")
    with pytest.raises(NotAllowed, match="rate_outside"):
        await quality.sends("90")
    await quality.sends("62.5")
    await quality.sends("首次")

    assert "62.5%" in quality.words()


async def test_complete_figures_are_put() -> None:
    uow = await complete()
    quality = await liability_talk(uow, "E11")
    await quality.hits("investigate:1:1")

    await quality.presses("go_put")

    assert "仓储部：吴琳" in quality.words()
    assert (await the_case(uow)).stage is Stage.CONFIRMING
    await quality.hits("investigate:1:1")
    assert "put" not in verbs(quality.latest())


async def test_amounts_above_the_loss_are_said_and_the_reason_is_taken() -> None:
    uow = await complete()
    quality = await liability_talk(uow, "E11")
    await name_party(1, (await who(uow, "E06")).id, "next_step", actor=quality.actor, uow=uow)

    await quality.hits("investigate:1:1")
    assert "超过损失" in quality.words()
    await quality.hits("more:1:1")
    await quality.presses("go_excess")
    await quality.sends("后道另计")

    assert "理由已记录（后道另计）" in quality.words()


async def test_nobody_charged_is_concluded_with_bearer_and_reason() -> None:
    uow = await loss_entered()
    quality = await liability_talk(uow, "E11")
    await quality.hits("more:1:1")

    await quality.presses("go_nobody")
    await quality.presses("bearer_carrier")
    await quality.sends("承运人赔付")

    assert "由承运人承担" in quality.words()
    assert "赵刚" in quality.words()


async def test_what_the_rulebook_does_not_accept_is_listed() -> None:
    uow = await named()
    await uow.cases.put(replace(await the_case(uow), losses=({"kind": "ransom", "amount": "1.00"},)))
    quality = await liability_talk(uow, "E11")

    await quality.hits("investigate:1:1")

    assert "losses[0].kind" in quality.words()


async def test_losses_are_entered_by_kind_and_read_as_typed() -> None:
    uow = await investigated()
    quality = await liability_talk(uow, "E11")
    await quality.hits("losses:1:1")
    assert "还没有损失项" in quality.words()

    await quality.presses("收费折扣")
    await quality.sends("1.2万")
    await quality.presses("重复性劳动")
    await quality.sends("很多")
    assert "没有读懂" in quality.words()
    await quality.sends("3人×4小时")
    await quality.presses("车辆重复出车")
    await quality.sends("2小时 6.2米")

    assert (await the_case(uow)).losses == (
        {"kind": "discount", "amount": "12000.00"},
        {"kind": "labour", "person_hours": "12"},
        {"kind": "vehicle", "vehicle_hours": "2", "length_m": "6.2"},
    )
    assert "240.00 元" in quality.words()


async def test_a_loss_is_changed_and_removed_and_other_kinds_are_offered() -> None:
    uow = await loss_entered()
    quality = await liability_talk(uow, "E11")
    await quality.hits("losses:1:1")

    await quality.presses("✏️ 2")
    await quality.presses("change_amount")
    await quality.sends("300")
    assert (await the_case(uow)).losses[1]["amount"] == "300.00"
    for number in ("✏️ 3", "✏️ 4"):
        await quality.hits(f"losses:1:{await version(uow)}")
        await quality.presses(number)
    await quality.presses("remove")
    assert len((await the_case(uow)).losses) == 4

    await quality.hits("losses:1:1:all")
    await quality.presses("其他直接损失" if "其他直接损失" in str(quality.latest().rows) else "other")
    await quality.sends("USD 100 @ 7.18 2025-03-03 中国银行")
    assert "USD 100 × 7.18" in quality.words()


@pytest.mark.parametrize("verb", ["investigate", "cause", "more", "losses", "parties", "questions", "nobody"])
async def test_an_old_button_in_a_decided_case_is_refused_before_anything_is_asked(verb: str) -> None:
    uow = await loss_entered()
    await uow.cases.put(replace(await the_case(uow), stage=Stage.DECIDED))
    quality = await liability_talk(uow, "E11")
    with pytest.raises(WrongStage, match="case_elsewhere"):
        await quality.hits(f"{verb}:1:1")


async def test_amounts_that_the_complaint_mentions_are_offered_as_losses() -> None:
    uow = await loss_entered()
    await uow.cases.put(replace(await the_case(uow), demand="赔偿 800 元，运费 1.2万元"))
    quality = await liability_talk(uow, "E11")
    await quality.hits("loss_new:1:1:freight")
    assert "客诉里提到的金额" in quality.words()
    await quality.hits(f"loss_told:1:{await version(uow)}:freight::12000.00")
    assert (await the_case(uow)).losses[-1] == {"kind": "freight", "amount": "12000.00"}
    await quality.hits(f"loss_told:1:{await version(uow)}:freight:0:800.00")
    assert (await the_case(uow)).losses[0] == {"kind": "freight", "amount": "800.00"}
    await quality.hits("loss_new:1:1:labour")
    assert "12000.00" not in [button.text for row in quality.latest().rows for button in row]
    with pytest.raises(NoSuchThing, match="thing_unknown"):
        await quality.hits("loss_told:1:1:labour::3")


async def test_a_loss_that_is_gone_cannot_be_opened() -> None:
    quality = await liability_talk(await loss_entered(), "E11")

    with pytest.raises(NoSuchThing, match="loss_unknown"):
        await quality.hits("loss_open:1:1:9")


async def test_people_are_found_named_described_and_dropped() -> None:
    uow = await loss_entered()
    person = await who(uow, "E17")
    await uow.persons.put(replace(person, pinyin="zhangwei zw"))
    quality = await liability_talk(uow, "E11")
    await quality.hits("parties:1:1")

    await quality.presses("name_somebody")
    await quality.sends("没有这个人")
    assert "没有找到" in quality.words()
    await quality.sends("zw")
    await quality.presses("张伟 · 仓储部 · E17")
    await quality.presses("直接责任人")
    assert quality.reply.toasts == ["party_named"]
    await quality.presses("责任层级")
    await quality.presses("第一责任")
    await quality.presses("reference_wage")
    await quality.sends("６，０００元")
    await quality.presses("此前严重事故次数")
    await quality.sends("2")

    party = await uow.parties.one(person_id=person.id)
    assert party is not None
    assert party.details == {"level": "first", "month_wage": "6000.00", "previous_serious": 2}
    assert "参考工资：6,000.00" in quality.words()

    await quality.hits(f"detail:1:1:{person.id}:month_wage")
    await quality.presses("clear_answer")
    await quality.presses("back")
    await quality.presses("张伟")
    await quality.presses("drop_party")
    assert await uow.parties.where(case_id=1) == ()


async def test_a_person_who_is_gone_cannot_be_picked() -> None:
    quality = await liability_talk(await loss_entered(), "E11")

    with pytest.raises(NoSuchThing, match="person_unknown"):
        await quality.hits("party_pick:1:1:99")
    with pytest.raises(NoSuchThing, match="party_unknown"):
        await quality.hits("party:1:1:99")


async def test_shares_are_asked_where_the_rulebook_splits_among_people() -> None:
    uow = await investigated()
    await uow.cases.put(replace(await the_case(uow), rulebook="six-grade-incidents"))
    person = await who(uow, "E17")
    quality = await liability_talk(uow, "E11")
    await name_party(1, person.id, "direct", actor=quality.actor, uow=uow)

    await quality.hits(f"party:1:1:{person.id}")
    await quality.presses("share")
    await quality.sends("60%")

    party = await uow.parties.one(person_id=person.id)
    assert party is not None
    assert party.details == {"share_percent": "60"}
    await quality.hits("investigate:1:1")


async def test_questions_are_answered_by_button_or_typed() -> None:
    uow = await investigated()
    quality = await liability_talk(uow, "E11")
    await quality.hits("questions:1:1")
    assert "还没有回答" in quality.words()

    await quality.hits("question:1:1:severe_complaint")
    await quality.presses("yes")
    await quality.hits("question:1:1:urgings")
    await quality.sends("2")
    await quality.hits("question:1:1:tip.to")
    await quality.presses("总经理")

    assert "客户严重投诉：是" in quality.words()
    assert "反馈给谁：总经理" in quality.words()
    await quality.hits("question:1:1:urgings")
    await quality.presses("clear_answer")
    assert (await the_case(uow)).facts == {"severe_complaint": True, "tip.to": "general_manager"}


async def test_a_question_of_another_rulebook_is_not_put() -> None:
    quality = await liability_talk(await investigated(), "E11")

    with pytest.raises(NoSuchThing, match="question_unknown"):
        await quality.hits("question:1:1:base_decided")


async def test_departments_at_fault_are_chosen_where_the_rulebook_asks() -> None:
    uow = await investigated()
    await uow.cases.put(replace(await the_case(uow), rulebook="incident-compensation"))
    quality = await liability_talk(uow, "E11")
    await quality.hits("investigate:1:1")
    await quality.hits("more:1:1")

    await quality.presses("go_departments")
    await quality.presses("仓储部")
    await quality.presses(quality.latest().rows[0][0].text)

    assert (await the_case(uow)).departments == ({"id": "仓储部", "fault": "main"},)
    assert "仓储部：主要责任" in quality.words()

    await quality.presses("仓储部")
    await quality.presses("share")
    await quality.sends("70%")
    assert "仓储部：主要责任 70%" in quality.words()
    await quality.presses("品管部")
    with pytest.raises(NotAllowed, match="fault_first"):
        await quality.presses("share")


async def test_the_preview_names_pending_facts_departments_and_settings() -> None:
    uow = await investigated()
    await uow.cases.put(replace(await the_case(uow), rulebook="incident-compensation"))
    quality = await liability_talk(uow, "E11")
    for answer in ("event=claim", "fault=several", "process_breach=yes"):
        await quality.hits(f"answer_fact:1:1:{answer}")
    await name_party(1, (await who(uow, "E17")).id, "responsible", actor=quality.actor, uow=uow)
    await quality.hits("loss_new:1:1:material")
    await quality.sends("1000")

    await quality.hits("investigate:1:1")

    assert "还要您决定" in quality.words()
    assert "公司设置里缺" in quality.words()


async def test_put_figures_show_what_was_asked_of_whom() -> None:
    uow = await put()

    assert last_told(uow, "E04", "responsibility_asked").data["confirmers"] == ("吴琳",)


async def test_a_rulebook_without_a_list_of_causes_asks_for_words_at_once() -> None:
    uow = await investigated()
    await uow.cases.put(replace(await the_case(uow), rulebook="six-grade-incidents"))
    quality = await liability_talk(uow, "E11")

    await quality.hits("cause:1:1")
    await quality.sends("轴封装反")

    assert (await the_case(uow)).facts == {}
    assert "原因：轴封装反" in quality.words()


@pytest.mark.parametrize(
    "forged",
    [
        "loss_open:1:1:x",
        "loss_remove:1:1:",
        "party:1:1:-1",
        "party_role:1:1:x:responsible",
        "rate:1:1:x:60",
        "detail:1:1:x",
        "detail_answer:1:1:x=1",
        "bearer:1:1:moon",
        "department:1:1:99",
    ],
)
async def test_a_forged_button_names_nothing(forged: str) -> None:
    quality = await liability_talk(await named(), "E11")

    with pytest.raises(NoSuchThing, match="thing_unknown"):
        await quality.hits(forged)


async def test_a_rulebook_that_names_nobody_asks_for_nobody() -> None:
    uow = await investigated()
    await uow.cases.put(replace(await the_case(uow), rulebook="quality-claims", edition="undated", cause=""))
    quality = await liability_talk(uow, "E11")

    await quality.hits("investigate:1:1")

    words = quality.words()
    assert "这项制度不核算到人" in words
    assert words.endswith("还没有填：原因")
    assert "责任人" not in words
    assert "parties" not in verbs(quality.latest())
    await quality.presses("go_nobody")
    assert "bearer" in verbs(quality.latest())


async def test_a_level_that_does_nothing_in_the_case_is_said() -> None:
    uow = await complete()
    zhang = await who(uow, "E17")
    await uow.parties.put(replace(await _party(uow, zhang.id), details={"share_percent": "30"}))
    quality = await liability_talk(uow, "E11")

    await quality.hits("investigate:1:1")

    assert "⚠️ 张伟：填了比例、份额、权重或责任层级，本案用不上，没有计入" in quality.words()


async def _party(uow: FakeUnitOfWork, person_id: int) -> Party:
    return next(one for one in await uow.parties.where(case_id=1) if one.person_id == person_id)
