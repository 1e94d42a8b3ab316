"""How a cause is corrected, in chat: eight steps on one card, actions agreed on in three answers."""

import pytest

from core.errors import NoSuchThing, NotAllowed, NotThisPerson
from core.model.case import Stage
from core.model.corrective_plan import CorrectivePlan
from handlers import agreed_actions, cases, corrective, due, duties, duty_filling, verifying
from tests.correcting import FIT_TEST, agreed, correcting, finished, the_action, verified
from tests.fakes import FakeUnitOfWork
from tests.handlers.talk import Talk, talk_with
from tests.make import NOW, by_no

MODULES = (agreed_actions, cases, corrective, due, duties, duty_filling, verifying)


async def chat(uow: FakeUnitOfWork, who: str = "E11") -> Talk:
    return await talk_with(uow, who, *MODULES)


async def on_card(uow: FakeUnitOfWork, who: str = "E11") -> Talk:
    talk = await chat(uow, who)
    await talk.hits("corrective:1:1")
    return talk


async def three_whys(talk: Talk) -> None:
    await talk.presses("D4")
    for why in ("装配时方向看不清", "没有防错工装", "新员工没有培训"):
        await talk.sends(why)


async def agreeing(uow: FakeUnitOfWork) -> Talk:
    """Asked what the corrective action is."""
    talk = await on_card(uow)
    await talk.presses("D5")
    await talk.presses("add_corrective")
    return talk


async def doer_and_week(talk: Talk) -> None:
    """The second and the third answer."""
    await talk.presses("李强 · 仓储部 · E03")
    await talk.presses("7")


async def test_the_card_fills_itself_from_the_case_and_says_what_is_missing() -> None:
    uow = await correcting(cause="轴封装反", containment="库存 200 台隔离")

    talk = await on_card(uow)

    said = talk.words()
    assert "☑ <b>D1 小组</b>：陈洁（组长）、王小明" in said
    assert "☑ <b>D2 问题</b>：运行两小时后轴封漏水" in said
    assert "☑ <b>D3 应急措施</b>：库存 200 台隔离" in said
    assert "☐ <b>D4 根本原因</b>：轴封装反" in said
    assert "还缺 D4、D5、D6、D7、D8。" in said


async def test_why_is_asked_until_the_root_and_the_cause_is_sorted() -> None:
    uow = await correcting(cause="轴封装反")
    talk = await on_card(uow)

    await three_whys(talk)
    await talk.presses("why_drop")
    await talk.presses("class_method")

    assert "为什么 2：没有防错工装" in talk.words()
    assert "新员工" not in talk.words()
    assert "统计分类：方法" in talk.words()
    await talk.presses("back")
    assert "☑ <b>D4 根本原因</b>：轴封装反（方法）；根本原因：没有防错工装" in talk.words()


async def test_a_second_tap_takes_no_second_why_away_and_nobody_out_of_the_team_again() -> None:
    uow = await correcting()
    talk = await on_card(uow)
    await three_whys(talk)
    whys = talk.latest()
    await talk.presses("why_drop", whys)
    await talk.presses("why_drop", whys)
    await talk.presses("D1", (await on_card(uow)).latest())
    await talk.sends("李")
    found = talk.latest()
    await talk.presses("李强 · 仓储部 · E03", found)
    team = talk.latest()
    await talk.presses("李强 · 仓储部 · E03", found)

    plan = await uow.corrective_plans.one(case_id=1)
    assert plan
    assert plan.whys == ("装配时方向看不清", "没有防错工装")
    assert plan.team == ((await by_no(uow, "E10")).id, (await by_no(uow, "E03")).id)
    assert len(uow.outbox.told_to("E03")) == 1

    await talk.presses("李强", team)
    await talk.presses("李强", team)
    plan = await uow.corrective_plans.one(case_id=1)
    assert plan
    assert plan.team == ((await by_no(uow, "E10")).id,)


async def test_after_five_whys_enough_was_asked() -> None:
    uow = await correcting()
    talk = await on_card(uow)
    await talk.presses("D4")
    with pytest.raises(NotAllowed, match="answer_too_long"):
        await talk.sends("长" * 301)
    for why in "一二三四五":
        await talk.sends(why)

    with pytest.raises(NotAllowed, match="enough_whys"):
        await talk.sends("六")


async def test_the_problem_and_the_lessons_are_written() -> None:
    uow = await correcting()
    talk = await on_card(uow)

    await talk.presses("D2")
    await talk.sends("P-300 水泵 8 台两小时内轴封漏水")
    await talk.presses("D8")
    await talk.sends("防错工装先于培训")

    assert "D2 问题</b>：P-300 水泵 8 台" in talk.words()
    assert "D8 总结</b>：防错工装先于培训" in talk.words()


async def test_people_join_the_team_and_leave_it() -> None:
    uow = await correcting()
    talk = await on_card(uow)

    await talk.presses("D1")
    await talk.sends("李")
    await talk.presses("李强 · 仓储部 · E03")
    assert "小组：陈洁（组长）、王小明、李强" in talk.words()
    assert uow.outbox.told_to("E03")[-1].template == "team_joined"

    await talk.presses("王小明")
    assert "小组：陈洁（组长）、李强" in talk.words()
    member = await on_card(uow, "E03")
    assert member.words().startswith("<b>250303</b>")
    assert {button.verb for row in member.latest().rows for button in row} == {"corrective_step"}


async def test_who_joins_the_team_by_their_own_press_is_not_told_of_it() -> None:
    uow = await correcting()
    talk = await on_card(uow, "E12")

    await talk.hits(f"team_pick:1:1:{talk.actor.id}")

    assert "郭平" in talk.words()
    assert uow.outbox.told_to("E12") == []


async def test_a_team_has_an_end_and_takes_nobody_unknown() -> None:
    uow = await correcting()
    talk = await on_card(uow)
    plan = CorrectivePlan(case_id=1, team=tuple(range(100, 112)), opened_by=2, opened_at=NOW)
    await uow.corrective_plans.add(plan)

    with pytest.raises(NotAllowed, match="team_is_full"):
        await talk.hits("team_pick:1:1:4")
    with pytest.raises(NoSuchThing, match="person_unknown"):
        await talk.hits("team_pick:1:1:999")


async def test_an_action_is_agreed_on_in_three_answers() -> None:
    uow = await correcting()
    talk = await agreeing(uow)
    await talk.sends(FIT_TEST)
    await doer_and_week(talk)

    assert f"　· {FIT_TEST} · 李强 · 3月10日 24:00 前" in talk.words()
    assert "☑ <b>D5 纠正措施</b>" in talk.words()


async def test_an_action_that_is_too_long_is_refused_at_once_and_stands_on_one_line() -> None:
    uow = await correcting()
    talk = await agreeing(uow)

    with pytest.raises(NotAllowed, match="answer_too_long"):
        await talk.sends("长" * 301)
    await talk.sends("做防错工装\n☑ D6 效果验证：有效")
    await doer_and_week(talk)

    assert "　· 做防错工装 ☑ D6 效果验证：有效 · 李强" in talk.words()


async def test_only_the_spans_offered_can_be_pressed() -> None:
    uow = await correcting()
    talk = await agreeing(uow)
    await talk.sends(FIT_TEST)
    await talk.presses("李强 · 仓储部 · E03")

    for days in ("999999999999999999", "365", ""):
        with pytest.raises(NoSuchThing, match="thing_unknown"):
            await talk.hits(f"action_due:1:1:{days}")
    with pytest.raises(NotAllowed, match="date_impossible"):
        await talk.sends("9999-12-31")


async def test_doer_and_day_may_be_typed() -> None:
    uow = await correcting()
    talk = await on_card(uow)

    await talk.presses("D7")
    await talk.presses("add_preventive")
    await talk.sends("同类水泵的工装也改")
    await talk.sends("周敏")
    await talk.presses("周敏 · 仓储部 · E01")
    with pytest.raises(NotAllowed, match="due_in_past"):
        await talk.sends("3月2日")
    await talk.sends("3月20日")

    assert "同类水泵的工装也改 · 周敏 · 3月20日 24:00 前" in talk.words()


async def test_a_button_of_broken_off_questions_says_how_to_begin_again() -> None:
    uow = await correcting()
    talk = await on_card(uow)

    with pytest.raises(NotAllowed, match="action_begin_again"):
        await talk.hits("action_due:1:1:7")
    with pytest.raises(NoSuchThing):
        await talk.hits("action_new:1:1:nothing")
    await talk.hits("action_new:1:1:corrective")
    await talk.sends("x")
    with pytest.raises(NotAllowed, match="action_without_owner"):
        await talk.hits("action_due:1:1:7")
    with pytest.raises(NoSuchThing, match="person_unknown"):
        await talk.hits("action_doer:1:1:999")


async def test_the_doer_finishes_it_from_due_and_the_verifier_confirms() -> None:
    uow = await correcting()
    await agreed(uow)
    doer = await chat(uow, "E03")
    await doer.sends("/due")
    assert f"250303 纠正措施：{FIT_TEST} · 3月10日 24:00 前" in doer.words()
    await doer.presses(f"1. 250303 {FIT_TEST}")
    assert "纠正措施 · 李强 完成，陈洁 验证" in doer.words()
    await doer.presses("duty_add")
    await doer.sends("试验记录 12 台")
    await doer.presses("duty_card")
    await doer.presses("done")
    assert doer.reply.toasts[-1] == "duty_waits_for_second"

    quality = await chat(uow)
    await quality.sends("/due")
    await quality.presses(f"1. 250303 {FIT_TEST}")
    await quality.presses("duty_second")

    assert "已完成：李强" in quality.words()


async def test_the_verifier_sends_it_back_with_the_reason() -> None:
    uow = await correcting()
    await agreed(uow)
    await finished(uow)
    quality = await chat(uow)

    await quality.hits("duty:1:1")
    await quality.presses("action_back")
    await quality.sends("只有三台")

    assert (await the_action(uow)).finished_by is None
    assert "李强 完成，陈洁 验证" in quality.words()


async def test_who_plans_withdraws_an_action_or_names_another_verifier() -> None:
    uow = await correcting()
    await agreed(uow)
    quality = await chat(uow)
    await quality.hits("duty:1:1")

    await quality.presses("action_verifier")
    await quality.sends("郭平")
    await quality.presses("郭平 · 品管部 · E12")
    assert "李强 完成，郭平 验证" in quality.words()

    await quality.presses("action_withdraw")
    await quality.sends("改用别的办法")
    assert "已不再需要" in quality.words()


async def test_the_effect_is_checked_once_every_action_is_verified_by_nobody_who_did_one() -> None:
    uow = await correcting()
    talk = await on_card(uow)
    await talk.presses("D6")
    with pytest.raises(NotAllowed, match="effect_of_nothing"):
        await talk.presses("effect_shown")
    await agreed(uow)
    with pytest.raises(NotAllowed, match="effect_too_early"):
        await talk.presses("effect_shown")
    await verified(uow)

    await talk.presses("effect_lacking")
    await talk.sends("还有两台漏")
    assert "☐ <b>D6 效果验证</b>：效果不够，还有两台漏" in talk.words()

    await talk.presses("D6")
    await talk.presses("effect_shown")
    await talk.sends("三批 120 台零泄漏")
    assert "☑ <b>D6 效果验证</b>：三批 120 台零泄漏（陈洁，3月3日 08:12）" in talk.words()


async def test_a_doer_does_not_check_the_effect() -> None:
    uow = await correcting()
    await agreed(uow, doer="E11", by="E12")
    await verified(uow, doer="E11", by="E12")

    talk = await on_card(uow)
    await talk.presses("D6")
    with pytest.raises(NotThisPerson, match="effect_by_doer"):
        await talk.presses("effect_shown")


async def test_who_only_reads_presses_nothing_and_others_read_nothing() -> None:
    uow = await correcting()
    finance = await on_card(uow, "E06")
    for step in range(1, 9):
        await finance.hits(f"corrective_step:1:1:{step}")
        assert [button.label for row in finance.latest().rows for button in row] == ["back"]
    with pytest.raises(NoSuchThing):
        await finance.hits("corrective_step:1:1:9")

    with pytest.raises(NotThisPerson, match="corrected_by_quality"):
        await on_card(uow, "E17")


async def test_a_closed_case_is_read_and_changed_no_more() -> None:
    uow = await correcting(stage=Stage.CLOSED)
    talk = await on_card(uow)

    await talk.presses("D2")

    assert "要改成小组自己的说法" not in talk.words()


async def test_without_a_why_there_is_none_to_take_away_and_a_forged_class_is_nothing() -> None:
    uow = await correcting()
    talk = await on_card(uow)

    await talk.hits("why_drop:1:1:0")
    await talk.hits("why_drop:1:1:1")
    assert await uow.corrective_plans.where() == ()
    with pytest.raises(NoSuchThing):
        await talk.hits("cause_class:1:1:luck")
