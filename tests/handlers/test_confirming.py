from dataclasses import replace
from datetime import timedelta

import pytest

from core.actions.case.show_case import show_case
from core.actions.figures.put_figures import put_figures
from core.actions.investigation.add_loss import add_loss
from core.actions.investigation.choose_rate import choose_rate
from core.actions.investigation.drop_party import drop_party
from core.actions.investigation.make_statement import make_statement
from core.actions.investigation.name_party import name_party
from core.errors import NotThisPerson
from core.model.case import Stage
from core.model.decision import Act
from core.screens.case import case_screen
from tests.fakes import FakeUnitOfWork
from tests.handlers.liability_talk import liability_talk
from tests.handlers.talk import Talk
from tests.liability import complete, confirmed, last_told, put, the_case, verbs, version, who
from tests.ringing import hours_pass


async def with_card(uow: FakeUnitOfWork, employee_no: str, template: str) -> Talk:
    """That person, looking at their latest card of that template."""
    talk = await liability_talk(uow, employee_no)
    talk.reply.said.append(last_told(uow, employee_no, template))
    return talk


async def deputy(uow: FakeUnitOfWork) -> Talk:
    return await with_card(uow, "E04", "responsibility_asked")


async def test_the_card_says_whose_people_whose_place_and_until_when() -> None:
    director = await deputy(await put())

    words = director.words()

    assert "张伟 直接责任人 60% → <b>876.00</b>" in words
    assert "李强（主管）本案也是责任人，只能陈述；由您确认" in words
    assert "异议时限：3月4日 08:12 前" in words


async def test_the_card_shows_who_was_heard_and_what_they_said() -> None:
    uow = await complete()
    await make_statement(1, "刹车坏了", actor=await who(uow, "E17"), uow=uow)
    await put_figures(1, actor=await who(uow, "E11"), uow=uow)

    words = (await deputy(uow)).words()

    assert "张伟 已听取，李强 未答复" in words
    assert "张伟：刹车坏了" in words


async def test_a_press_confirms_and_the_card_says_so() -> None:
    uow = await put()
    director = await deputy(uow)

    await director.presses("confirm")
    await director.presses("confirm")

    assert director.reply.toasts == ["confirmed", "already_done"]
    assert "✅ 吴琳 已确认" in director.words(last_told(uow, "E04", "responsibility_asked"))


async def test_a_partys_press_is_said_to_be_their_own_statement() -> None:
    uow = await put()
    supervisor = await with_card(uow, "E03", "responsibility_asked")

    await supervisor.presses("confirm")

    assert supervisor.reply.toasts == ["spoken_as_party"]
    assert "您本人的陈述" in supervisor.words()
    assert "按了“确认责任”" in supervisor.words(last_told(uow, "E11", "statement_received"))


async def test_a_partys_objection_is_their_statement_too() -> None:
    uow = await put()
    supervisor = await with_card(uow, "E03", "responsibility_asked")

    await supervisor.presses("object")
    assert "作为陈述" in supervisor.words()
    await supervisor.sends("我不在班上")

    assert "您本人的陈述" in supervisor.words()
    assert [one.text for one in await uow.statements.where(case_id=1)] == ["我不在班上"]


async def test_an_objection_is_answered_and_the_deputy_confirms_after_all() -> None:
    uow = await put()
    director = await deputy(uow)
    await director.presses("object")
    await director.sends("周敏不在场")
    assert "异议已记下" in director.words()

    quality = await with_card(uow, "E11", "objection_raised")
    await quality.presses("keep_figures")
    assert "周敏不在场" in quality.words()
    await quality.sends("周敏负责排班")
    assert "核算不变" in quality.words()

    director = await deputy(uow)
    await director.presses("confirm")
    acts = [one.act for one in await uow.decisions.where(case_id=1)]
    assert acts == [Act.OBJECTED, Act.KEPT, Act.CONFIRMED]
    assert "周敏负责排班" in director.words(last_told(uow, "E04", "objection_answered"))


async def test_a_press_on_changed_figures_is_refused_and_shows_old_new_and_the_new_card() -> None:
    uow = await confirmed()
    manager = await with_card(uow, "E05", "approval_asked")
    owner = await who(uow, "E11")
    await add_loss(1, {"kind": "other", "amount": "60.00"}, actor=owner, uow=uow)

    await manager.presses("approve")

    assert manager.reply.toasts == ["figures_changed"]
    words = manager.words()
    assert "直接损失：1,460.00 → <b>1,520.00</b>" in words
    assert "张伟：876.00 → <b>912.00</b>" in words
    assert "核算第 1 版已被修改" in words
    assert "第 2 版提交后会再请您看" in words
    assert (await the_case(uow)).stage is Stage.INVESTIGATING


async def test_a_supervisors_stale_press_brings_the_new_card() -> None:
    uow = await put()
    director = await deputy(uow)
    owner = await who(uow, "E11")
    await add_loss(1, {"kind": "discount", "amount": "8000.00"}, actor=owner, uow=uow, instead_of=1)

    for employee_no in ("E03", "E01"):
        await drop_party(1, (await who(uow, employee_no)).id, actor=owner, uow=uow)
    await name_party(1, (await who(uow, "E03")).id, "leader", actor=owner, uow=uow)
    for employee_no, rate in (("E17", "60"), ("E03", "10")):
        person = await who(uow, employee_no)
        await choose_rate(1, person.id, rate, reason="重大", actor=owner, uow=uow)
    await put_figures(1, actor=owner, uow=uow)

    await director.presses("confirm")

    assert "严重事故 → 重大事故" in director.words()
    assert "周敏：146.00 → <b>待定</b>" in director.words()
    assert last_told(uow, "E04", "responsibility_asked").data["version"] == await version(uow)


async def test_taking_back_asks_again() -> None:
    uow = await confirmed()
    director = await deputy(uow)

    await director.presses("take_back")

    assert director.reply.toasts == ["taken_back"]
    assert (await the_case(uow)).stage is Stage.CONFIRMING


@pytest.mark.parametrize("pressed", ["confirm:1:{v}:0", "object:1:{v}:0", "keep:1:{v}:1", "approve:1:{v}:2"])
async def test_a_strangers_press_is_refused(pressed: str) -> None:
    uow = await (confirmed() if pressed.startswith("approve") else put())
    stranger = await liability_talk(uow, "E10")

    with pytest.raises(NotThisPerson):
        await stranger.hits(pressed.format(v=await version(uow)))


async def test_a_typed_reason_for_figures_that_changed_meanwhile_is_refused() -> None:
    uow = await put()
    director = await deputy(uow)
    await director.presses("object")
    await add_loss(1, {"kind": "other", "amount": "60.00"}, actor=await who(uow, "E11"), uow=uow)

    await director.sends("周敏不在场")

    assert "刚才的按键没有生效" in director.words()
    assert await uow.dialogues.find(director.actor.id) is None
    assert await uow.decisions.where(case_id=1) == ()


async def test_silence_rings_and_goes_up() -> None:
    uow = await put()
    director = await liability_talk(uow, "E04")
    await hours_pass(uow, 24)

    assert "您也是下一步的批准人" in director.words(last_told(uow, "E05", "responsibility_asked"))
    assert "吴琳 到期没有答复，现在也请 赵刚 来办" in director.words(
        last_told(uow, "E05", "responsibility_asked")
    )
    assert last_told(uow, "E05", "responsibility_asked").data["due_at"] == uow.now + timedelta(hours=24)


async def test_the_general_manager_approves_or_sends_back_with_a_reason() -> None:
    uow = await confirmed()
    manager = await with_card(uow, "E05", "approval_asked")
    assert "公司承担 292.00 元" in manager.words()

    await manager.presses("reject")
    await manager.sends("比例偏低")

    assert "退回调查" in manager.words()
    assert "比例偏低" in manager.words(last_told(uow, "E11", "figures_rejected"))
    assert (await the_case(uow)).stage is Stage.INVESTIGATING


async def test_an_approval_is_toasted_once_and_again() -> None:
    uow = await confirmed()
    manager = await with_card(uow, "E05", "approval_asked")

    await manager.presses("approve")
    await manager.presses("approve")

    assert manager.reply.toasts == ["approved", "already_done"]
    assert verbs(last_told(uow, "E05", "approval_asked")) == ["why", "evidence"]


async def test_no_name_of_a_party_and_no_amount_reaches_the_group() -> None:
    uow = await confirmed()
    await show_case(await the_case(uow), uow=uow)

    for _, message in uow.outbox.posted:
        shown = repr(message.data)
        assert not any(secret in shown for secret in ("张伟", "李强", "周敏", "1460", "876", "146"))


async def test_whoever_asks_sees_the_card_that_waits_for_them() -> None:
    uow = await confirmed()
    manager, director = await liability_talk(uow, "E05"), await liability_talk(uow, "E04")

    await manager.hits("current:1:1")
    await director.hits("current:1:1")

    assert uow.outbox.told_to("E05")[-1].is_moved
    assert verbs(uow.outbox.told_to("E05")[-1])[:2] == ["approve", "reject"]
    assert (manager.reply.toasts, director.reply.toasts) == ([], ["nothing_waits"])


async def test_the_cases_screen_leads_everybody_but_the_reporter_to_what_waits() -> None:
    uow = await confirmed()
    case, owner = await the_case(uow), await who(uow, "E11")

    offered = {
        employee_no: verbs(
            case_screen(case, uow.company, (), owner=owner, reader=await who(uow, employee_no))
        )
        for employee_no in ("E05", "E10", "E11")
    }

    assert "current" in offered["E05"]
    assert "current" not in offered["E10"] + offered["E11"]


async def test_a_complaint_of_several_lines_is_said_once() -> None:
    uow = await complete()
    await uow.cases.put(replace(await the_case(uow), happened="水泵漏水\n\n请尽快处理"))
    await put_figures(1, actor=await who(uow, "E11"), uow=uow)
    director = await liability_talk(uow, "E04")

    words = director.words(last_told(uow, "E04", "responsibility_asked"))

    assert words.count("水泵漏水") == 1
    assert "<blockquote expandable>请尽快处理</blockquote>" in words


async def test_a_long_complaint_is_said_in_one_line_and_folded_below() -> None:
    whole = "贵司送来的水泵漏水，" * 20 + "\n请尽快处理"
    uow = await complete()
    await uow.cases.put(replace(await the_case(uow), happened=whole))
    await put_figures(1, actor=await who(uow, "E11"), uow=uow)
    director = await liability_talk(uow, "E04")

    words = director.words(last_told(uow, "E04", "responsibility_asked"))

    (line,) = (line for line in words.splitlines() if line.startswith("客诉："))
    assert line.endswith("…")
    assert f"<blockquote expandable>{whole}</blockquote>" in words
