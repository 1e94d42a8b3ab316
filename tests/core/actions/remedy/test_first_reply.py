from dataclasses import replace
from datetime import timedelta

import pytest

from core.actions.deadline.explain_due import explain_due
from core.actions.remedy.answer_first_reply import answer_first_reply
from core.errors import NoSuchThing, NotThisPerson, SomebodyWasFirst
from core.model.case import Stage
from core.model.deadline_clock import Subject
from core.model.message import Urgency
from tests.clocks import running
from tests.fakes import FakeUnitOfWork
from tests.liability import verbs
from tests.make import NOW, by_no, staffed
from tests.make_intake import accepted, registered
from tests.ringing import hours_pass


async def test_answering_the_customer_stops_the_clock() -> None:
    uow = await staffed()
    case = await registered(uow)

    case = await answer_first_reply(case, actor=await by_no(uow, "E10"), uow=uow)

    assert case.replied_at == uow.now
    assert await running(uow, Subject.CASE) == ()
    assert await uow.timers.running("reminder:") == ()
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


def reminded(uow: FakeUnitOfWork, number: str) -> list[tuple[object, object]]:
    said = [one for one in uow.outbox.told_to(number) if one.template == "reminder_given"]
    return [(one.data["stage"], one.data["kind"]) for one in said]


async def test_who_may_answer_is_warned_before_and_told_at_the_limit() -> None:
    uow = await staffed()
    case = await accepted(uow)

    await hours_pass(uow, 20)
    assert reminded(uow, "E10") == reminded(uow, "E11") == [("before", "first_reply")]
    warned = uow.outbox.told_to("E10")[-1]
    assert (warned.urgency, warned.data["customer"]) == (Urgency.URGENT, case.customer)
    assert verbs(warned) == ["replied", "why_due", "case"]

    await hours_pass(uow, 4)
    assert [stage for stage, _ in reminded(uow, "E10")] == ["before", "at"]
    assert uow.log.acts().count("deadline_reminded") == 2


async def test_afterwards_the_companys_own_limit_wakes_nobody() -> None:
    uow = await staffed()
    await registered(uow)

    # the limit is over at 08:12 on Tuesday; at 20:12 everybody has gone home
    await hours_pass(uow, 37)

    assert [stage for stage, _ in reminded(uow, "E10")] == ["before", "at"]
    (after,) = await uow.reminders.where(stage="after")
    assert after.told_at is None


async def test_silence_towards_the_customer_goes_up_the_line_of_who_registered_it() -> None:
    uow = await staffed()
    uow.now += timedelta(hours=2)
    await registered(uow)

    await hours_pass(uow, 50)

    assert [stage for stage, _ in reminded(uow, "E04")] == ["up"]
    assert uow.outbox.told_to("E04")[-1].data["names"] == ("王小明",)


async def test_an_answered_customer_and_a_closed_case_need_no_reminder() -> None:
    for changes in ({"replied_at": NOW}, {"stage": Stage.CLOSED}):
        uow = await staffed()
        case = await registered(uow)
        await uow.cases.put(replace(case, **changes))

        await hours_pass(uow, 50)

        assert reminded(uow, "E10") == []
        assert await running(uow, Subject.CASE) == ()


async def test_why_it_is_due_then_is_said_with_the_companys_own_rule() -> None:
    uow = await staffed()
    case = await registered(uow)

    said = await explain_due(Subject.CASE, case.id, actor=await by_no(uow, "E11"), uow=uow)

    assert (said.template, said.data["steps"]) == ("own_due_explained", (("hours_after", ("received", 24)),))
    with pytest.raises(NoSuchThing, match="case_unknown"):
        await explain_due(Subject.CASE, case.id, actor=await by_no(uow, "E17"), uow=uow)


async def test_a_warning_of_no_hours_is_none() -> None:
    uow = await staffed(first_reply_warning_hours=0)
    await registered(uow)

    await hours_pass(uow, 24)

    assert [stage for stage, _ in reminded(uow, "E10")] == ["at"]
