"""People sign for themselves in a form that another fills in: that they took part, or have read something."""

from dataclasses import replace
from datetime import timedelta

import pytest

from core.actions.duty.gather_signatures import ask_signature
from core.actions.duty.sign_for_self import sign_for_self
from core.errors import NoSuchThing, NotAllowed, NotThisPerson, SomebodyWasFirst, WrongStage
from core.model.duty import SIGNATURE, Duty
from handlers import due, duties, duty_filling, signing
from tests.core.rulebook.shipped import compiled
from tests.demanding import TEXT, under_demands
from tests.fakes import FakeUnitOfWork
from tests.handlers.talk import Talk, talk_with
from tests.make import NOW, by_no

MODULES = (due, duties, duty_filling, signing)
TRAINING = """
[duties.safety_training]
clause = "15"
kind = "record"
owner = "quality"
label = { zh-Hans = "轴封装配培训", en = "Training on shaft seals" }
fields.course = { type = "text", label = { zh-Hans = "课程", en = "Course" } }
fields.attendance = { type = "people", label = { zh-Hans = "参加人员", en = "Attendance" } }
fields.readers = { type = "people", signs = "read", optional = true, label = { zh-Hans = "已读人员", en = "Readers" } }
"""
PLACE, READERS = 1, 2


async def training() -> FakeUnitOfWork:
    return await under_demands(compiled(TEXT + TRAINING))


async def the_training(uow: FakeUnitOfWork) -> Duty:
    found = await uow.duties.one(rule="safety_training")
    assert found is not None
    return found


async def chat(uow: FakeUnitOfWork, who: str) -> Talk:
    return await talk_with(uow, who, *MODULES)


async def invited(uow: FakeUnitOfWork, *numbers: str, place: int = PLACE) -> None:
    for number in numbers:
        duty, person = await the_training(uow), await by_no(uow, number)
        await ask_signature(duty.id, duty.version, place, person.id, actor=await by_no(uow, "E11"), uow=uow)


async def signature_of(uow: FakeUnitOfWork, number: str) -> Duty:
    found = await uow.duties.one(kind=SIGNATURE, owner_id=(await by_no(uow, number)).id)
    assert found is not None
    return found


async def test_each_named_person_is_told_and_signs_for_themself() -> None:
    uow = await training()
    quality = await chat(uow, "E11")
    await quality.hits(f"duty:{(await the_training(uow)).id}:1")
    await quality.presses("duty_field:课程")
    await quality.sends("轴封装配")
    await quality.sends("张伟")
    await quality.presses("张伟 · 仓储部 · E17")
    await quality.sends("周敏")
    await quality.presses("周敏 · 仓储部 · E01")
    await quality.presses("back")
    assert "☑ 参加人员：已签 0/2 人，未签：张伟、周敏" in quality.words()

    for number in ("E17", "E01"):
        talk = await chat(uow, number)
        await talk.sends("/due")
        assert "请签到或确认已阅读：轴封装配培训" in talk.words()
        await talk.presses("1. 轴封装配培训")
        await talk.presses("sign_attended")
        assert "✅ 已签到：3月3日 08:12" in talk.words()

    await quality.hits(f"duty:{(await the_training(uow)).id}:1")
    assert "☑ 参加人员：已签 2/2 人" in quality.words()
    await quality.presses("done")
    assert quality.reply.toasts[-1] == "duty_done"


async def test_it_is_not_done_before_all_have_signed_or_were_taken_out() -> None:
    uow = await training()
    await invited(uow, "E17", "E01")
    quality = await chat(uow, "E11")
    await quality.hits(f"duty:{(await the_training(uow)).id}:1")
    await quality.presses("duty_field:课程")
    await quality.sends("轴封装配")
    await sign_for_self((await signature_of(uow, "E17")).id, actor=await by_no(uow, "E17"), uow=uow)
    await quality.hits(f"duty:{(await the_training(uow)).id}:1")

    with pytest.raises(NotAllowed, match="duty_unsigned"):
        await quality.presses("done")
    await quality.presses("duty_field_filled:参加人员")
    await quality.presses("周敏")
    await quality.presses("back")

    await quality.presses("done")
    assert quality.reply.toasts[-1] == "duty_done"
    with pytest.raises(WrongStage, match="duty_fell_away"):
        await sign_for_self((await signature_of(uow, "E01")).id, actor=await by_no(uow, "E01"), uow=uow)


async def test_who_has_signed_and_is_asked_again_has_signed_then_and_is_not_asked() -> None:
    uow = await training()
    await invited(uow, "E17")
    await sign_for_self((await signature_of(uow, "E17")).id, actor=await by_no(uow, "E17"), uow=uow)
    signed = await signature_of(uow, "E17")
    told = len(uow.outbox.told_to("E17"))
    uow.now = NOW + timedelta(days=1)

    await invited(uow, "E17")

    assert await signature_of(uow, "E17") == signed
    assert len(uow.outbox.told_to("E17")) == told


async def test_everybody_at_the_site_is_asked_once() -> None:
    uow = await training()
    await invited(uow, "E17")
    gone = await by_no(uow, "E01")
    await uow.persons.put(replace(gone, left_on=(NOW - timedelta(days=2)).date()))
    quality = await chat(uow, "E11")
    await quality.hits(f"duty:{(await the_training(uow)).id}:1")

    await quality.presses("duty_field_filled:参加人员")
    await quality.presses("everybody")
    await quality.presses("everybody")
    await quality.presses("back")

    asked = await uow.duties.where(kind=SIGNATURE)
    assert len({one.owner_id for one in asked}) == len(asked) == 12
    assert "未签：张伟、王小明、陈洁" in quality.words()
    assert "等" in quality.words()


async def test_with_more_than_ten_missing_some_are_named_and_all_counted() -> None:
    uow = await training()
    quality = await chat(uow, "E11")
    await quality.hits(f"duty:{(await the_training(uow)).id}:1")
    await quality.presses("duty_field:课程")
    await quality.sends("轴封装配")
    await quality.presses("everybody")
    await quality.presses("back")

    with pytest.raises(NotAllowed) as refused:
        await quality.presses("done")

    unsigned = refused.value.data["unsigned"]
    assert isinstance(unsigned, tuple)
    assert (unsigned[0]["more"], unsigned[0]["count"], len(unsigned[0]["names"])) == (True, 13, 10)


async def test_nobody_signs_for_another() -> None:
    uow = await training()
    await invited(uow, "E17")

    with pytest.raises(NotThisPerson):
        await sign_for_self((await signature_of(uow, "E17")).id, actor=await by_no(uow, "E11"), uow=uow)


async def test_a_second_tap_changes_nothing_and_whoever_signed_stays_signed() -> None:
    uow = await training()
    await invited(uow, "E17", place=READERS)
    driver = await by_no(uow, "E17")
    first = await sign_for_self((await signature_of(uow, "E17")).id, actor=driver, uow=uow)
    assert await sign_for_self(first.id, actor=driver, uow=uow) == first

    await invited(uow, "E17", place=READERS)
    assert "readers" not in (await the_training(uow)).answers
    await invited(uow, "E17", place=READERS)

    assert (await signature_of(uow, "E17")).done_by == driver.id


async def test_who_was_taken_out_can_be_asked_again() -> None:
    uow = await training()
    for _ in range(3):
        await invited(uow, "E17")

    assert (await signature_of(uow, "E17")).is_open


async def test_only_known_people_sign_and_only_where_a_form_asks_for_it() -> None:
    uow = await training()
    duty, quality = await the_training(uow), await by_no(uow, "E11")

    with pytest.raises(NoSuchThing, match="person_unknown"):
        await ask_signature(duty.id, duty.version, PLACE, 999, actor=quality, uow=uow)
    with pytest.raises(NoSuchThing, match="thing_unknown"):
        await ask_signature(duty.id, duty.version, 0, 3, actor=quality, uow=uow)
    with pytest.raises(SomebodyWasFirst):
        await ask_signature(duty.id, duty.version + 1, PLACE, 3, actor=quality, uow=uow)
    with pytest.raises(NoSuchThing, match="duty_unknown"):
        await sign_for_self(duty.id, actor=quality, uow=uow)


async def test_who_was_asked_is_taken_out_one_by_one_and_never_all_at_once() -> None:
    uow = await training()
    await invited(uow, "E17")
    quality, duty = await chat(uow, "E11"), await the_training(uow)
    await quality.hits(f"duty_field:{duty.id}:{duty.version}:{PLACE}")

    assert "clear_answer" not in {button.label for row in quality.latest().rows for button in row}
    with pytest.raises(NoSuchThing, match="thing_unknown"):
        await quality.hits(f"duty_answer:{duty.id}:{duty.version}:{PLACE}=")
