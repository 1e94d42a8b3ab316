from dataclasses import replace

import pytest

from core.actions.answer_first_reply import answer_first_reply
from core.actions.remind_first_reply import remind_first_reply
from core.errors import NotThisPerson, SomebodyWasFirst
from tests.make import by_no, staffed
from tests.make_intake import accepted, registered


async def test_answering_the_customer_stops_the_clock() -> None:
    uow = await staffed()
    case = await registered(uow)

    case = await answer_first_reply(case, actor=await by_no(uow, "E10"), uow=uow)

    assert case.replied_at == uow.now
    assert await uow.timers.running("first_reply") == ()
    assert uow.log.acts() == ["customer_answered"]


async def test_only_the_reporter_or_owner_says_that_the_customer_was_answered() -> None:
    uow = await staffed()
    case = await registered(uow)

    with pytest.raises(NotThisPerson) as refusal:
        await answer_first_reply(case, actor=await by_no(uow, "E11"), uow=uow)

    assert refusal.value.data["name"] == "王小明"


async def test_a_second_press_says_when_it_was_noted() -> None:
    uow = await staffed()
    case = await accepted(uow)
    case = await answer_first_reply(case, actor=await by_no(uow, "E11"), uow=uow)

    with pytest.raises(SomebodyWasFirst):
        await answer_first_reply(case, actor=await by_no(uow, "E10"), uow=uow)


async def test_the_warning_goes_to_the_reporter() -> None:
    uow = await staffed()
    case = await accepted(uow)

    await remind_first_reply(uow.timers.by_key[f"first_reply_before:{case.id}"], uow)

    assert [(number, message.template) for number, message in uow.outbox.told] == [
        ("E10", "first_reply_near")
    ]


async def test_a_warning_that_comes_after_the_limit_is_not_given() -> None:
    uow = await staffed()
    case = await accepted(uow)
    timer = uow.timers.by_key[f"first_reply_before:{case.id}"]
    assert case.first_reply_due_at is not None
    uow.now = case.first_reply_due_at

    await remind_first_reply(timer, uow)

    assert uow.outbox.told == []


async def test_at_the_limit_the_owner_is_told_too_and_each_once() -> None:
    uow = await staffed()
    case = await accepted(uow)
    timer = uow.timers.by_key[f"first_reply_at:{case.id}"]

    await remind_first_reply(timer, uow)
    await remind_first_reply(timer, uow)

    assert [(number, message.template) for number, message in uow.outbox.told] == [
        ("E10", "first_reply_overdue"),
        ("E11", "first_reply_overdue"),
    ]


async def test_a_case_without_an_owner_reminds_the_reporter_alone() -> None:
    uow = await staffed()
    case = await registered(uow)

    await remind_first_reply(uow.timers.by_key[f"first_reply_at:{case.id}"], uow)

    assert [number for number, _ in uow.outbox.told] == ["E10"]


async def test_an_answered_customer_needs_no_reminder() -> None:
    uow = await staffed()
    case = await registered(uow)
    timer = uow.timers.by_key[f"first_reply_at:{case.id}"]
    await uow.cases.put(replace(case, replied_at=uow.now))

    await remind_first_reply(timer, uow)

    assert uow.outbox.told == []
