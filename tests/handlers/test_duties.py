from dataclasses import replace
from datetime import timedelta

import pytest

from core.actions.duty.open_periodic_duties import CALENDAR, keep_calendar
from core.actions.duty.open_rulebook_duties import open_rulebook_duties
from core.actions.notice.paper_duty import HAND_OVER_NOTICE
from core.errors import NoSuchThing, NotAllowed, NotThisPerson, SomebodyWasFirst
from core.model.case import Stage
from core.model.duty import Duty
from core.model.message import Message
from core.model.roles import Role
from handlers import arriving, cases, due, duties, duty_filling, events, paper
from tests.demanding import at_work, given, the_duty, under_demands
from tests.fakes import FakeUnitOfWork
from tests.handlers.talk import Talk, photo, talk_with
from tests.make import NOW

MODULES = (arriving, cases, due, duties, duty_filling, events, paper)


async def chat(uow: FakeUnitOfWork, who: str) -> Talk:
    return await talk_with(uow, who, *MODULES)


def labels(message: Message) -> list[str]:
    return [button.label or button.text for row in message.rows for button in row]


async def test_a_duty_is_opened_from_due_filled_field_by_field_and_done() -> None:
    uow = await under_demands()
    await given(uow, facts={"batch": True})
    talk = await chat(uow, "E11")

    await talk.sends("/due")
    assert "整批报告（3 条）" in talk.words()
    await opens(talk, "整批报告")
    await talk.presses("duty_field:经过")
    for answer in ("轴封漏水", "200", "0", "800"):
        await talk.sends(answer)
    await talk.presses("yes")
    await talk.presses("today")
    await talk.sends("8:05")
    await talk.sends("张")
    await talk.presses("张伟 · 仓储部 · E17")
    await talk.sends(**photo())
    await talk.presses("duty_card")
    await talk.presses("duty_field:方法")
    await talk.presses("抽检")

    assert "☑ 不良率：0%" in talk.words()
    assert "☑ 发现人：张伟" in talk.words()
    assert "☑ 照片：1 张" in talk.words()
    assert "☑ 方法：抽检" in talk.words()
    assert "☐ 重量（选填）" in talk.words()
    await talk.presses("done")
    assert talk.reply.toasts[-1] == "duty_done"
    assert "已完成：陈洁" in talk.words()
    assert labels(talk.latest())[0] == "take_back"
    assert (await the_duty(uow, "batch_report")).done_by == 2


async def opens(talk: Talk, label: str) -> None:
    """Press the line of /due that ends so."""
    button = next(one for row in talk.latest().rows for one in row if one.text.endswith(label))
    await talk.presses(button.text)


async def test_what_cannot_be_read_is_said_and_the_question_stays_open() -> None:
    uow = await under_demands()
    await given(uow, facts={"batch": True})
    talk = await chat(uow, "E11")
    await talk.sends("/due")
    await opens(talk, "整批报告")
    await talk.presses("duty_field:检验数")
    assert "整数" in talk.words()

    with pytest.raises(NotAllowed):
        await talk.sends("很多")
    await talk.sends("200")

    assert "不良数" in talk.words()
    await talk.presses("back")
    assert "检验数：200" in talk.words()
    await talk.presses("duty_field_filled:检验数")
    await talk.presses("clear_answer")
    assert "☐ 检验数（未填）" in talk.words()


async def test_a_person_nobody_knows_is_sought_again() -> None:
    uow = await under_demands()
    await given(uow, facts={"batch": True})
    talk = await chat(uow, "E11")
    await talk.sends("/due")
    await opens(talk, "整批报告")
    await talk.presses("duty_field:发现人")

    await talk.sends("无此人")

    assert "没有找到" in talk.words()


async def test_evidence_is_sent_until_the_card_is_opened_again_and_shown_beneath() -> None:
    uow = await under_demands()
    talk = await chat(uow, "E10")
    await talk.sends("/due")
    await opens(talk, "通知客户已受理")
    with pytest.raises(NotAllowed):
        await talk.presses("done")
    await talk.presses("duty_add")

    await talk.sends("客户已知")
    await talk.sends(**photo())
    await talk.sends(sticker={"file_id": "s", "file_unique_id": "u", "width": 1, "height": 1,
                              "is_animated": False, "is_video": False, "type": "regular"})  # fmt: skip
    assert talk.latest().template == "kind_unsupported"
    await talk.presses("duty_card", talk.reply.said[-2])
    assert "材料 2 件" in talk.words()
    await talk.presses("evidence")
    assert talk.latest().files == (2,)
    await talk.presses("done", talk.reply.said[-2])

    assert not (await the_duty(uow, "told_sales")).is_open


async def test_a_second_person_confirms_and_the_first_can_take_it_back() -> None:
    uow = await under_demands()
    first, second = await chat(uow, "E06"), await chat(uow, "E16")
    await first.sends("/due")
    await opens(first, "核对损失")
    await first.presses("duty_field:合计")
    await first.sends("1,460")
    await first.presses("done")
    assert first.reply.toasts[-1] == "duty_waits_for_second"

    await second.sends("/due")
    assert "请确认：核对损失" in second.words()
    await opens(second, "核对损失")
    await second.presses("duty_second")
    assert "确认" in second.words()
    await second.presses("take_back")

    assert (await the_duty(uow, "count_money")).is_open
    with pytest.raises(SomebodyWasFirst) as refused:
        await first.hits("duty_done:4:1")
    assert isinstance(refused.value.data["screen"], Message)


async def test_a_case_shows_its_duties_to_whoever_may_see_it() -> None:
    uow = await under_demands()
    await given(uow, events={"arrived": (NOW - timedelta(days=3)).isoformat()})
    talk = await chat(uow, "E11")
    await talk.sends("/cases")
    await talk.presses(labels(talk.latest())[0])

    await talk.presses("duties")

    assert "6 件未完成，共 6 件" in talk.words()
    assert "🔴 逾期 1 天 · 分析实物（5 条）" in talk.words()
    assert "结案条件" in talk.words()
    await opens(talk, "制订改善措施")
    assert "完成之前，案件不能关闭" in talk.words()
    await talk.presses("duties")
    await talk.presses("open_case")
    assert talk.latest().template == "case_opened"
    stranger = await chat(uow, "E01")
    with pytest.raises(NoSuchThing):
        await stranger.hits("duties:1:1")


async def test_an_event_is_recorded_now_or_typed_and_its_clock_appears_in_due() -> None:
    uow = await under_demands()
    talk = await chat(uow, "E11")
    await talk.sends("/cases")
    await talk.presses(labels(talk.latest())[0])
    await talk.presses("record_time")
    await talk.presses("实物到厂")
    await talk.presses("right_now")
    assert "☑ 实物到厂" in talk.words()
    await talk.presses("实物到厂")
    assert "要改，请写新的时间" in talk.words()
    await talk.sends("昨天 9:00")
    await talk.presses("投诉月份")
    await talk.sends("2025-02")
    assert "投诉月份：2025-02" in talk.words()

    await talk.sends("/due")

    assert "分析实物" in talk.words()
    with pytest.raises(NoSuchThing):
        await talk.hits("event:1:1:9")


async def test_due_has_pages_and_a_page_that_is_gone_shows_the_last() -> None:
    uow = await under_demands()
    for number in range(12):
        await uow.duties.add(
            Duty(case_id=1, kind="answer_objection", owner_id=2, opened_at=NOW, data={"number": number})
        )
    talk = await chat(uow, "E11")

    await talk.sends("/due")
    assert "第 1–10 件" in talk.words()
    await talk.presses("page_after")
    assert "11. " in talk.words()
    await talk.hits("due:0:0:7")
    assert "11. " in talk.words()
    await talk.presses("page_before")
    assert "1. " in talk.words()


async def test_what_waits_without_anything_to_open_has_no_button() -> None:
    uow = await at_work()
    await uow.duties.add(Duty(kind="rulebook_in_force", owner_id=2, opened_at=NOW))
    talk = await chat(uow, "E11")

    await talk.sends("/due")

    assert [row for row in talk.latest().rows if row] == []


async def test_a_printed_text_is_opened_again_by_whoever_hands_it_over_alone() -> None:
    uow = await under_demands()
    await uow.duties.add(
        Duty(
            case_id=1, kind=HAND_OVER_NOTICE, owner_id=4, opened_at=NOW, data={"person_id": 3, "text": "通知"}
        )
    )
    talk = await chat(uow, "E03")
    await talk.sends("/due")

    await talk.presses("handle")

    assert talk.latest().template == "paper_asked"
    with pytest.raises(NotThisPerson, match="duty_of_another"):
        await (await chat(uow, "E11")).hits("paper:6:0")


async def test_the_calendar_rings_and_opens_the_new_periods_duty() -> None:
    uow = await at_work()
    await keep_calendar(uow)
    uow.now += timedelta(days=31)
    timer = (await uow.timers.running(CALENDAR))[0]
    talk = await chat(uow, "E11")

    await talk.routes.rings[CALENDAR](timer, uow)
    await talk.sends("/due")

    assert talk.words().count("月报") == 2
    await opens(talk, "月报")
    assert "duties" not in labels(talk.latest())


@pytest.mark.parametrize("stage", [Stage.CLOSED, Stage.DECIDED])
async def test_a_duty_that_is_done_or_gone_offers_no_more_than_what_can_still_be_done(stage: Stage) -> None:
    uow = await under_demands()
    duty = await the_duty(uow, "told_sales")
    await uow.duties.put(replace(duty, done_at=NOW, done_by=1, finished_by=1, finished_at=NOW))
    await given(uow, facts={"scope": "wide"})
    await given(uow, facts={"scope": "narrow"})
    await uow.cases.put(replace(await uow.cases.get(1), stage=stage))
    reporter, quality = await chat(uow, "E10"), await chat(uow, "E11")

    await reporter.hits(f"duty:{duty.id}:1")
    await quality.hits(f"duty:{(await the_duty(uow, 'wide_scope')).id}:1")

    offers = ["take_back"] if stage is Stage.DECIDED else []
    assert labels(reporter.latest()) == [*offers, "duties", "back"]
    assert labels(quality.latest()) == ["duties", "back"]
    assert "已不再需要" in quality.words()
    await quality.hits(f"duty:{duty.id}:1")
    assert labels(quality.latest()) == ["duties", "back"]


async def test_a_group_is_told_nothing_of_duties() -> None:
    uow = await under_demands()
    await uow.duties.put(replace(await the_duty(uow, "improve"), role=Role.SUPERVISOR))
    await open_rulebook_duties(1, uow=uow)

    assert uow.outbox.posted == []
    assert uow.outbox.told == []
