"""A customer is put right in chat: planned, signed for, argued over, carried out, asked after, written to."""

from dataclasses import replace
from typing import Any

import pytest

from bot.render.renderer import Renderer
from core.errors import NoSuchThing, NotAllowed, NotThisPerson, SomebodyWasFirst
from core.model.case import Stage
from core.model.message import Message
from core.model.remedy import Dispute, RemedyState
from core.screens.customer_text import CustomerText, customer_text, text_to_send
from handlers import (
    cases,
    closing,
    customer_texts,
    due,
    negotiating,
    remedy,
    remedy_carrying,
    remedy_planning,
)
from tests.fakes import FakeUnitOfWork
from tests.handlers.talk import Talk, photo, talk_with
from tests.make import by_no
from tests.remedies import SIGNERS, agreed, asked, decide, done, planned, put, signed, the_plan, with_customer

MODULES = (cases, closing, customer_texts, due, negotiating, remedy, remedy_carrying, remedy_planning)


STICKER: dict[str, Any] = {
    "sticker": {
        "file_id": "s",
        "file_unique_id": "u",
        "type": "regular",
        "width": 1,
        "height": 1,
        "is_animated": False,
        "is_video": False,
    }
}


async def chat(uow: FakeUnitOfWork, employee_no: str) -> Talk:
    return await talk_with(uow, employee_no, *MODULES)


def labels(message: Message) -> list[str]:
    return [button.label or button.text for row in message.rows for button in row]


async def test_quality_plans_a_repair_in_a_few_presses_and_puts_it() -> None:
    uow = await with_customer()
    quality = await chat(uow, "E11")
    await quality.hits("case:1:1")
    assert "remedy_open" in labels(quality.latest())
    await quality.presses("remedy_open")
    assert labels(quality.latest())[:2] == ["remedy_add", "remedy_talk"]

    await quality.presses("remedy_add")
    assert labels(quality.latest()) == ["remedy_repair", "remedy_compensation", "remedy_apology", "back"]
    await quality.presses("remedy_repair")
    await quality.sends("到客户处更换 8 台轴封")
    assert labels(quality.latest())[:2] == ["on_day_of_3", "on_day_of_3"]
    await quality.presses("1:2025-03-06")
    await quality.presses("remedy_cost")
    await quality.presses("cost_parts")
    await quality.sends("800 轴封 8 个，每个 100")
    assert "零部件 800.00 元：轴封 8 个，每个 100" in quality.words()
    await quality.presses("remedy_owner")
    await quality.sends("张伟")
    await quality.presses("张伟 · 仓储部")
    await quality.presses("remedy_day")
    await quality.sends("3月7日")
    await quality.presses("back")
    assert "张伟 · 3月7日前 · 800.00 元" in quality.words()
    await quality.presses("remedy_put")

    assert (await the_plan(uow)).remedy.state is RemedyState.APPROVING
    assert "等 部门负责人" in quality.words()


async def test_the_chain_signs_on_its_cards_or_sends_back_with_a_reason() -> None:
    uow = await with_customer()
    await planned(uow)
    await put(uow)
    head, finance = await chat(uow, "E04"), await chat(uow, "E06")

    await head.presses("approve")
    assert "✅ 吴琳" in head.words()
    await finance.presses("reject")
    await finance.sends("请先问供应商")

    file = await the_plan(uow)
    assert (file.remedy.state, file.remedy.reason) == (RemedyState.PLANNING, "请先问供应商")
    with pytest.raises(SomebodyWasFirst) as stale:
        await head.presses("approve", uow.outbox.told_to("E04")[-1])
    shown = stale.value.data["screen"]
    assert isinstance(shown, Message)
    assert shown.template == "remedy_shown"
    with pytest.raises(SomebodyWasFirst) as strange:
        await (await chat(uow, "E17")).hits("remedy_sign:1:1:1")
    assert "screen" not in strange.value.data


async def test_who_is_to_sign_can_still_sign_after_opening_the_customers_side() -> None:
    uow = await with_customer()
    await planned(uow)
    await put(uow)
    head, finance = await chat(uow, "E04"), await chat(uow, "E06")

    await head.presses("remedy_open")
    assert labels(head.latest())[:2] == ["approve", "reject"]
    assert "请您批准或驳回" in head.words()
    await finance.hits(f"remedy:1:{(await the_plan(uow)).remedy.version}")
    assert "approve" not in labels(finance.latest())
    await head.presses("approve")

    assert [one.post for one in (await the_plan(uow)).remedy.standing()] == ["department_head"]


async def test_the_parts_of_an_album_of_the_customers_are_answered_by_one_message() -> None:
    uow = await with_customer()
    await planned(uow)
    sales = await chat(uow, "E10")
    await sales.hits(f"remedy_talk:1:{(await the_plan(uow)).remedy.version}")
    before = len(sales.reply.said)

    for name in ("a", "b"):
        await sales.sends(**photo(name, media_group_id="album"))
    await sales.sends(**photo("c", media_group_id="album", caption="还在漏"))

    assert [one.card for one in sales.reply.said[before:]] == ["album:album"] * 3
    assert "还在漏" in sales.words()
    assert "已收到 3 件" in sales.words()


async def test_sales_keeps_the_customers_words_until_they_agree() -> None:
    uow = await with_customer()
    await planned(uow)
    await put(uow)
    await signed(uow, *SIGNERS)
    sales = await chat(uow, "E10")
    await sales.presses("remedy_open")
    await sales.presses("remedy_talk")
    await sales.sends("太慢了，我要换货")
    await sales.sends(**photo("p1"))
    await sales.sends(**STICKER)
    await sales.presses("round_refused", sales.reply.said[-2])
    assert "协商中" in sales.words()
    assert "下一步：客户不同意" in sales.words()

    await sales.presses("remedy_adjust")
    await sales.sends("客户要求提前到 3 月 5 日")
    assert "调整理由：客户要求提前到 3 月 5 日" in sales.words()
    await sales.presses("remedy_put")
    await signed(uow, *SIGNERS)
    await sales.hits(f"remedy:1:{(await the_plan(uow)).remedy.version}")
    assert "下一步：把方案告诉客户" in sales.words()
    await sales.presses("remedy_talk")
    await sales.sends("可以")
    await sales.presses("round_agreed")

    assert (await the_plan(uow)).remedy.state is RemedyState.AGREED
    assert "2 轮协商" in sales.words()
    assert "争议已解决\n" in sales.words()
    await sales.presses("remedy_more")
    await sales.presses("remedy_record")
    assert "<b>第 1 轮</b> 3月3日 08:12（王小明 记录，方案第 1 版）" in sales.words()
    assert "<b>第 2 轮</b> 3月3日 08:12（王小明 记录，方案第 2 版，协商中）" in sales.words()
    assert "太慢了，我要换货" in sales.words()
    assert len(sales.latest().files) == 1


async def test_what_was_agreed_is_done_with_evidence_at_the_amount_agreed() -> None:
    uow = await with_customer()
    await agreed(uow)
    quality = await chat(uow, "E11")
    await quality.presses("carry_repair")
    await quality.sends("序列号 A1–A8")
    await quality.sends(**photo("p1"))
    await quality.presses("spent_otherwise")
    with pytest.raises(NotAllowed, match="spent_otherwise"):
        await quality.sends("900")
    await quality.sends("800")

    assert "已办完" in quality.words()
    await quality.presses("remedy_more")
    await quality.presses("remedy_repair")
    await quality.presses("remedy_files")
    assert "执行凭证 2 件" in quality.words()
    assert len(quality.latest().files) == 1


async def test_who_only_sees_to_a_part_is_shown_that_part_alone() -> None:
    uow = await with_customer()
    await planned(uow)
    await planned(uow, "apology", 0)
    plan = await the_plan(uow)
    driver = await by_no(uow, "E17")
    await uow.undertakings.put(replace(plan.undertakings[0], owner_id=driver.id))
    await put(uow)
    await signed(uow, *SIGNERS)
    sales = await chat(uow, "E10")
    await sales.hits(f"remedy_talk:1:{plan.remedy.version}")
    await sales.sends("好")
    await sales.presses("round_agreed")
    worker = await chat(uow, "E17")

    await worker.presses("carry_repair")
    await worker.sends(**STICKER)
    await worker.presses("carry_repair", uow.outbox.told_to("E17")[-1])
    await worker.sends("修好了")
    await worker.presses("carried_out")

    assert worker.latest().template == "undertaking_shown"
    await worker.presses("back")
    assert labels(worker.latest())[-1] == "open_case"
    with pytest.raises(NotThisPerson):
        await worker.hits(f"remedy_adjust:1:{(await the_plan(uow)).remedy.version}")


async def test_sales_asks_the_customer_and_keeps_either_answer() -> None:
    uow = await with_customer()
    await done(uow)
    await decide(uow)
    sales = await chat(uow, "E10")
    await sales.sends("/due")
    assert "问客户是否满意" in sales.words()
    await sales.hits("remedy:1:1")
    await sales.presses("survey_ask")
    assert "已问客户是否满意" in sales.words()
    await sales.presses("survey_dissatisfied")
    await sales.sends("还在漏")

    assert "<b>不满意</b>" in sales.words()
    assert (await the_plan(uow)).remedy.dispute is Dispute.NEGOTIATION
    await sales.presses("survey_ask")
    assert "下一步：等客户答复" in sales.words()
    await sales.presses("survey_satisfied")
    assert "<b>满意</b>" in sales.words()
    assert sales.words().endswith("客户满意。")
    quality = await chat(uow, "E11")
    await quality.hits("close:1:1")
    assert "解决客户异议" in quality.words()
    assert "客户满意" not in quality.words()


async def test_what_is_planned_stands_on_one_line_and_is_never_too_long() -> None:
    uow = await with_customer()
    quality = await chat(uow, "E11")
    await quality.hits("remedy_kind:1:1:repair")
    with pytest.raises(NotAllowed, match="answer_too_long"):
        await quality.sends("长" * 301)
    await quality.sends("更换轴封\n✅ 吴琳 已批准")
    await quality.sends("3月6日")
    await quality.presses("remedy_cost")
    await quality.presses("cost_parts")
    with pytest.raises(NotAllowed, match="answer_too_long"):
        await quality.sends("800 " + "长" * 301)
    await quality.sends("800 轴封\n✅ 何静")

    (one,) = (await the_plan(uow)).undertakings
    assert (one.what, one.costs[0].basis) == ("更换轴封 ✅ 吴琳 已批准", "轴封 ✅ 何静")


async def test_a_reason_or_an_interim_solution_that_is_too_long_is_refused_at_once() -> None:
    uow = await with_customer()
    await planned(uow)
    await put(uow)
    quality, head = await chat(uow, "E11"), await chat(uow, "E04")
    await quality.hits("interim:1:1:interim")
    with pytest.raises(NotAllowed, match="answer_too_long"):
        await quality.sends("长" * 1001)
    await head.presses("reject")
    with pytest.raises(NotAllowed, match="answer_too_long"):
        await head.sends("长" * 1001)
    version = (await the_plan(uow)).remedy.version
    await quality.hits(f"remedy_adjust:1:{version}")
    with pytest.raises(NotAllowed, match="answer_too_long"):
        await quality.sends("长" * 1001)

    assert (await the_plan(uow)).remedy.state is RemedyState.APPROVING


async def test_contentment_pressed_late_or_twice_does_not_undo_what_the_customer_said_since() -> None:
    uow = await with_customer()
    await done(uow)
    await decide(uow)
    sales = await chat(uow, "E10")
    await sales.hits("remedy:1:1")
    await sales.presses("survey_ask")
    asked_them = sales.latest()
    await sales.presses("survey_satisfied", asked_them)
    with pytest.raises(SomebodyWasFirst, match="customer_answered"):
        await sales.presses("survey_satisfied", asked_them)
    await sales.presses("survey_dissatisfied", asked_them)
    await sales.sends("还在漏")

    with pytest.raises(SomebodyWasFirst, match="customer_answered") as late:
        await sales.presses("survey_satisfied", asked_them)

    assert isinstance(late.value.data["screen"], Message)
    assert (await the_plan(uow)).remedy.dispute is Dispute.NEGOTIATION
    assert len(await uow.surveys.where()) == 2


async def test_closing_shows_the_way_to_what_the_customer_is_still_owed() -> None:
    uow = await with_customer()
    await decide(uow)
    quality = await chat(uow, "E11")
    await quality.hits("close:1:1")
    assert labels(quality.latest()) == ["remedy_open", "back"]
    await agreed(uow)

    await quality.hits("case:1:1")
    assert "🤝 客户补救：客户已同意，执行中" in quality.words()
    await quality.hits("close:1:1")

    assert "答应客户的补救还没有办完（1 条）" in quality.words()
    await quality.presses("remedy_open")
    assert labels(quality.latest())[0] == "carry_repair"


async def test_a_reader_is_shown_no_more_than_the_plan() -> None:
    uow = await with_customer()
    auditor = await chat(uow, "E08")

    await auditor.hits("remedy_more:1:1")

    assert auditor.latest().template == "remedy_shown"


async def test_containment_and_interim_solution_are_kept_with_their_time() -> None:
    uow = await with_customer()
    sales = await chat(uow, "E10")
    await sales.hits("remedy_record:1:1")
    assert "还没有记录协商" in sales.words()
    await sales.hits("remedy_more:1:1")
    await sales.presses("interim_containment")
    await sales.sends("停发 P-300")
    await sales.presses("right_now")
    await sales.presses("remedy_more")
    await sales.presses("interim_interim")
    await sales.sends("先借 2 台")
    await sales.sends("昨天 9:05")

    assert "临时方案 3月2日 09:05：先借 2 台" in sales.words()
    await sales.presses("remedy_more")
    await sales.presses("dispute_litigation")
    assert "诉讼中" in sales.words()
    with pytest.raises(SomebodyWasFirst, match="question_gone"):
        await sales.hits("interim_now:1:1")


async def test_a_text_for_the_customer_comes_in_their_language_and_is_copied_with_a_tap() -> None:
    uow = await with_customer()
    sales = await chat(uow, "E10")
    await sales.hits("customer_texts:1:1")
    assert labels(sales.latest())[0] == "text_acknowledgement"
    await sales.presses("text_acknowledgement")
    assert sales.latest().data["text"] == "zh-Hans:customer_text"
    await sales.presses("text_in_en")
    assert sales.latest().data["text"] == "en:customer_text"
    await sales.presses("back")
    await sales.presses("text_in_zh_Hans")

    assert sales.latest().data["language"] == "zh-Hans"
    with pytest.raises(NoSuchThing):
        await sales.hits("customer_text:1:1:threat")
    with pytest.raises(NotThisPerson):
        await (await chat(uow, "E06")).hits("customer_texts:1:1")


async def test_the_text_that_fits_comes_first_wherever_the_case_stands() -> None:
    uow = await with_customer()
    sales = await chat(uow, "E10")

    async def first() -> str:
        await sales.hits("customer_texts:1:1")
        return labels(sales.latest())[0]

    await sales.hits("interim:1:1:interim")
    await sales.sends("先借 2 台")
    await sales.presses("right_now")
    assert await first() == "text_interim"
    await agreed(uow)
    assert await first() == "text_offer"
    uow = await with_customer()
    sales = await chat(uow, "E10")
    await done(uow)
    assert await first() == "text_done"
    await uow.cases.put(replace(await uow.cases.get(1), stage=Stage.REFUSED, outcome_reason="使用不当。"))
    assert await first() == "text_refusal"


async def test_no_text_for_a_customer_names_staff_or_what_staff_pay() -> None:
    uow = await with_customer()
    await planned(uow, "compensation", 120000)
    await agreed(uow)
    await uow.persons.put(replace(await by_no(uow, "E17"), name="Zhang"))
    one = (await the_plan(uow)).undertakings[0]
    await uow.undertakings.put(replace(one, what="李强、Zhang 上门，Zhangjiagang 发货"))
    await uow.cases.put(replace(await uow.cases.get(1), containment="李强 停发库存", outcome_reason=""))
    file = await the_plan(uow)

    said = {
        language: [
            Renderer(uow.company).rendered(language, customer_text(file, which)).html
            for which in CustomerText
        ]
        for language in uow.company.languages
    }

    for text in (*said["zh-Hans"], *said["en"]):
        assert not [one.name for one in file.dossier.staff.values() if one.name in text.replace("Zhangj", "")]
        assert "800.00" not in text
    assert "我们的同事、我们的同事 上门，Zhangjiagang 发货" in said["zh-Hans"][2]
    assert "宏达机电，您好" in said["zh-Hans"][0]
    assert "Dear 宏达机电" in said["en"][0]


async def test_a_long_text_has_no_copy_button_for_telegram_would_cut_it() -> None:
    file = await the_plan(await with_customer())

    short, long = (labels(text_to_send(file, CustomerText.OFFER, "字" * count)) for count in (256, 257))

    assert "copy_text" in short
    assert "copy_text" not in long


@pytest.mark.parametrize(
    "forged",
    [
        "remedy_kind:1:1:magic",
        "remedy_class:1:4:1:magic",
        "remedy_end:1:4:magic",
        "interim:1:1:magic",
        "survey_said:1:1:no_answer",
        "dispute:1:4:magic",
        "undertaking:1:1:9",
        "remedy:9:1",
        "customer_lang:1:1:xx",
    ],
)
async def test_a_forged_button_names_nothing(forged: str) -> None:
    uow = await with_customer()
    if ":4:" in forged:
        await planned(uow)

    with pytest.raises(NoSuchThing):
        await (await chat(uow, "E11")).hits(forged)


async def test_a_reader_by_role_sees_the_plan_and_no_buttons_but_the_case() -> None:
    uow = await with_customer()
    await planned(uow)
    auditor = await chat(uow, "E08")

    await auditor.hits("remedy:1:1")

    assert labels(auditor.latest()) == ["remedy_repair", "open_case"]


async def test_of_a_closed_case_only_a_bad_word_of_the_customer_is_still_taken() -> None:
    uow = await with_customer()
    await done(uow)
    await asked(uow)
    sales = await chat(uow, "E10")
    await sales.hits("remedy:1:1")
    assert "survey_satisfied" in labels(sales.latest())
    await sales.presses("survey_satisfied")
    await uow.cases.put(replace(await uow.cases.get(1), stage=Stage.CLOSED))

    await sales.hits("remedy:1:1")

    assert labels(sales.latest()) == ["remedy_repair", "survey_dissatisfied", "customer_texts", "open_case"]
    await sales.presses("survey_dissatisfied")
    await sales.sends("又漏了")
    assert (await uow.cases.get(1)).stage is Stage.DECIDED


async def test_a_closed_case_without_a_question_to_the_customer_has_nothing_to_press() -> None:
    uow = await with_customer(Stage.CLOSED)
    sales = await chat(uow, "E10")

    await sales.hits("remedy:1:1")

    assert labels(sales.latest()) == ["customer_texts", "open_case"]
    assert "下一步" not in sales.words()
    assert "案件已关闭" in sales.words()


@pytest.mark.parametrize("stage", [Stage.REGISTERED, Stage.RETURNED])
async def test_what_cannot_be_planned_yet_is_not_asked_for(stage: Stage) -> None:
    uow = await with_customer(stage)
    sales = await chat(uow, "E10")

    await sales.hits("remedy:1:1")

    assert "下一步" not in sales.words()
    assert "受理后" in sales.words()


async def test_the_customer_can_be_written_to_before_anybody_has_taken_the_case_on() -> None:
    uow = await with_customer(Stage.REGISTERED)
    sales = await chat(uow, "E10")
    await sales.hits("case:1:1")
    await sales.presses("remedy_open")

    await sales.presses("customer_texts")

    assert labels(sales.latest())[0] == "text_acknowledgement"


async def test_an_amount_with_nothing_behind_it_is_no_item_of_cost() -> None:
    uow = await with_customer()
    await planned(uow, fen=0)
    quality = await chat(uow, "E11")
    await quality.hits("remedy_class:1:3:1:parts")

    for typed in ("800", "0 白送"):
        with pytest.raises(NotAllowed, match="cost_without_basis"):
            await quality.sends(typed)
    await quality.hits("remedy_drop:1:3:1")
    assert "还没有补救方案" in quality.words()
