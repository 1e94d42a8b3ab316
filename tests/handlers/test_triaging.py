from datetime import timedelta

import pytest

from core.errors import NotAllowed, NotThisPerson, SomebodyWasFirst
from core.model.case import Outcome, Stage
from core.model.message import Message
from tests.fakes import FakeUnitOfWork
from tests.handlers.talk import Talk, forwarded, photo, talk
from tests.make import by_no, staffed
from tests.make_intake import accepted, registered, second_quality


async def submitted(uow: FakeUnitOfWork) -> Message:
    """The triage card that 陈洁 gets for a forwarded complaint."""
    sales = await talk(uow, "E10")
    await sales.sends("客户：宏达机电 水泵漏水很厉害，订单 SO-20871，要求换货", **forwarded())
    await sales.sends(**photo("a", **forwarded()))
    await sales.settles()
    await sales.presses("submit")
    return uow.outbox.told_to("E11")[-1]


async def supplementing() -> tuple[FakeUnitOfWork, Talk]:
    """王小明, asked for photos, has pressed 补充."""
    uow = await staffed()
    card = await submitted(uow)
    quality, sales = await talk(uow, "E11"), await talk(uow, "E10")
    await quality.presses("return", card)
    await quality.presses("lacking_photos")
    await sales.presses("supplement", uow.outbox.told_to("E10")[-1])
    return uow, sales


async def test_accepting_takes_one_press() -> None:
    uow = await staffed()
    card = await submitted(uow)
    quality = await talk(uow, "E11")

    await quality.presses("accept", card)

    assert uow.cases.things[1].stage is Stage.INVESTIGATING
    assert quality.button("investigate").id == 1
    told = uow.outbox.told_to("E10")[-1]
    assert told.template == "case_accepted"
    assert [button.verb for row in told.rows for button in row] == ["case", "customer_texts"]


async def test_the_first_of_two_presses_wins() -> None:
    uow = await staffed()
    await second_quality(uow)
    card = await submitted(uow)
    await (await talk(uow, "E11")).presses("accept", card)

    with pytest.raises(SomebodyWasFirst) as refusal:
        await (await talk(uow, "E12")).presses("accept", card)

    assert refusal.value.data["who"] == "陈洁"
    assert uow.outbox.told_to("E12")[-1].data["owner"] == "陈洁"


async def test_a_reporter_from_quality_names_somebody_else() -> None:
    uow = await staffed()
    await second_quality(uow)
    await registered(uow, "E11")
    quality = await talk(uow, "E11")
    await quality.sends("/cases")
    await quality.presses("250303")
    await quality.presses("triage")

    await quality.presses("accept")
    await quality.presses("高敏")

    assert uow.cases.things[1].owner_id == (await by_no(uow, "E12")).id


async def test_a_reporter_who_is_the_only_quality_person_cannot_accept() -> None:
    uow = await staffed()
    await registered(uow, "E11")
    quality = await talk(uow, "E11")
    await quality.sends("/cases")
    await quality.presses("250303")
    await quality.presses("triage")

    with pytest.raises(NotAllowed) as refusal:
        await quality.presses("accept")

    assert refusal.value.what == "no_other_investigator"


async def test_an_accepted_case_can_be_handed_over() -> None:
    uow = await staffed()
    await second_quality(uow)
    card = await submitted(uow)
    quality = await talk(uow, "E11")
    await quality.presses("accept", card)

    await quality.presses("hand_over")
    await quality.presses("高敏")

    assert uow.outbox.told_to("E12")[-1].template == "case_handed_over"
    assert quality.reply.toasts == ["handed_over"]


@pytest.mark.parametrize("label", ["accept", "return", "unjustified", "not_quality"])
async def test_only_quality_decides_at_triage(label: str) -> None:
    uow = await staffed()
    card = await submitted(uow)

    for employee_no in ("E10", "E04"):
        with pytest.raises(NotThisPerson):
            await (await talk(uow, employee_no)).presses(label, card)


async def test_sales_is_told_what_is_lacking_adds_it_and_gives_it_back() -> None:
    uow = await staffed()
    card = await submitted(uow)
    quality, sales = await talk(uow, "E11"), await talk(uow, "E10")
    await quality.presses("return", card)
    await quality.sends("请拍一张标签")
    told = uow.outbox.told_to("E10")[-1]
    await sales.presses("supplement", told)
    await sales.sends(**photo("label"))
    await sales.sends("标签在这里")
    await sales.presses("done", uow.outbox.told_to("E10")[-1])

    assert told.data["lacking"] == "请拍一张标签"
    assert uow.cases.things[1].stage is Stage.REGISTERED
    assert uow.outbox.told_to("E11")[-1].template == "case_given_back"


async def test_usual_things_that_lack_are_buttons() -> None:
    uow = await staffed()
    card = await submitted(uow)
    quality = await talk(uow, "E11")
    await quality.presses("return", card)

    await quality.presses("lacking_photos")

    assert uow.outbox.told_to("E10")[-1].template == "case_returned"
    assert await uow.dialogues.find(quality.actor.id) is None


async def test_back_returns_to_the_triage_card() -> None:
    uow = await staffed()
    card = await submitted(uow)
    quality = await talk(uow, "E11")
    await quality.presses("not_quality", card)

    await quality.presses("back")

    assert quality.latest().template == "triage_asked"


async def test_a_refusal_needs_a_reason_and_a_next_step() -> None:
    uow = await staffed()
    card = await submitted(uow)
    quality = await talk(uow, "E11")
    await quality.presses("unjustified", card)
    await quality.sends("超出保修期，密封件正常磨损")
    await quality.sends("寄送更换件报价")

    told = uow.outbox.told_to("E10")[-1]
    assert (told.data["reason"], told.data["next_step"]) == ("超出保修期，密封件正常磨损", "寄送更换件报价")
    assert uow.cases.things[1].outcome is Outcome.UNJUSTIFIED
    assert uow.cases.things[1].stage is Stage.REFUSED


async def test_the_next_step_may_be_pressed() -> None:
    uow = await staffed()
    card = await submitted(uow)
    quality = await talk(uow, "E11")
    await quality.presses("not_quality", card)
    await quality.sends("属于运输问题")

    await quality.presses("next_step_other_department")

    assert uow.cases.things[1].outcome is Outcome.NOT_QUALITY


async def test_a_next_step_without_its_reason_is_over() -> None:
    uow = await staffed()
    card = await submitted(uow)
    quality = await talk(uow, "E11")
    await quality.presses("not_quality", card)
    await quality.sends("属于运输问题")
    asked = quality.latest()
    await uow.dialogues.remove(quality.actor.id)

    with pytest.raises(SomebodyWasFirst):
        await quality.presses("next_step_recheck", asked)


async def test_the_next_day_what_comes_is_asked_about_again() -> None:
    uow, sales = await supplementing()
    uow.now += timedelta(days=1)

    await sales.sends(**photo("next"))

    assert (await sales.settles()).template == "loose_asked"


async def test_a_sticker_as_a_supplement_gets_a_kind_answer() -> None:
    _, sales = await supplementing()

    await sales.sends(dice={"emoji": "🎲", "value": 1})

    assert sales.latest().template == "kind_unsupported"


async def test_a_question_travels_to_the_owner_and_its_answer_back() -> None:
    uow = await staffed()
    case = await accepted(uow)
    sales, quality = await talk(uow, "E10"), await talk(uow, "E11")
    await sales.sends("/cases")
    await sales.presses(case.number)
    await sales.presses("ask_owner")
    await sales.sends("什么时候有结果？")
    await quality.presses("answer", uow.outbox.told_to("E11")[-1])
    await quality.sends("明天上午")

    told = uow.outbox.told_to("E10")[-1]
    assert (told.template, told.data["answer"]) == ("answer_relayed", "明天上午")
    assert quality.latest().template == "answer_sent"


async def test_the_case_screen_shows_evidence_clock_and_what_can_be_done() -> None:
    uow = await staffed()
    await submitted(uow)
    sales = await talk(uow, "E10")
    await sales.sends("/cases")
    await sales.presses(sales.latest().rows[0][0].text)

    await sales.presses("why_due")
    explained = sales.latest()
    await sales.presses("evidence", sales.reply.said[-2])
    shown = sales.latest()
    await sales.presses("replied", sales.reply.said[-3])

    assert explained.data["steps"] == (("hours_after", ("received", 24)),)
    assert len(shown.files) == 1
    assert sales.reply.toasts == ["customer_replied"]
    assert sales.latest().data["replied_at"] == uow.now


async def test_due_lists_what_waits() -> None:
    uow = await staffed()
    await submitted(uow)
    quality = await talk(uow, "E11")

    await quality.sends("/due")

    assert quality.latest().template == "due_listed"
    assert [line["kind"] for line in quality.latest().data["lines"]] == ["triage"]  # type: ignore[attr-defined]


async def test_an_old_submit_shows_the_draft_and_a_second_one_names_the_case() -> None:
    uow = await staffed()
    sales = await talk(uow, "E10")
    await sales.sends("客户：宏达机电 水泵漏水很厉害，订单 SO-20871，要求换货", **forwarded())
    review = await sales.settles()
    await sales.presses("edit", review)
    await sales.presses("field_phone")
    await sales.sends("13800000000")
    fresh = sales.latest()

    await sales.presses("submit", review)
    await sales.presses("submit", fresh)
    with pytest.raises(SomebodyWasFirst) as refusal:
        await sales.presses("submit", fresh)

    assert sales.reply.toasts == ["draft_changed"]
    assert refusal.value.data["number"] == "250303"
    assert len(uow.cases.things) == 1
