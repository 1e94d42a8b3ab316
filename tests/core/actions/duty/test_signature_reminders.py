"""Who is asked to sign has a time for it, and is reminded; of a signature for oneself nobody else hears."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from bot.render.renderer import Renderer
from core.actions.deadline.explain_due import explain_due
from core.actions.duty.gather_signatures import ask_signature
from core.actions.duty.sign_for_self import sign_for_self
from core.actions.remedy.ask_signature import SIGN_REMEDY
from core.model.deadline_clock import Subject
from core.model.duty import SIGNATURE, Duty
from core.model.message import Message
from core.rulebook.timing import END_OF_DAY
from tests.clocks import running
from tests.core.rulebook.shipped import compiled
from tests.demanding import TEXT, under_demands
from tests.fakes import FakeUnitOfWork
from tests.make import NOW, by_no, company
from tests.remedies import SIGNERS, planned, put, signed, with_customer
from tests.ringing import time_passes
from tests.waiting import what_waits

TRAINING = """
[duties.safety_training]
clause = "15"
kind = "record"
owner = "quality"
label = { zh-Hans = "轴封装配培训", en = "Training on shaft seals" }
fields.attendance = { type = "people", label = { zh-Hans = "参加人员", en = "Attendance" } }
"""
# NOW is 16:12 on Monday, 3 March 2025 in Suzhou; three days end with Thursday
END = datetime(2025, 3, 6, 16, tzinfo=UTC)


async def asked(**changes: object) -> FakeUnitOfWork:
    """张伟 (E17) is asked to sign for a training."""
    uow = await under_demands(compiled(TEXT + TRAINING))
    if changes:
        duty = await the(uow, "safety_training")
        await uow.duties.put(replace(duty, **changes))  # type: ignore[arg-type]
    await tap(uow)
    return uow


async def the(uow: FakeUnitOfWork, rule: str) -> Duty:
    found = await uow.duties.one(rule=rule)
    assert found is not None
    return found


async def tap(uow: FakeUnitOfWork) -> None:
    """Quality asks him, or takes that back."""
    duty, person = await the(uow, "safety_training"), await by_no(uow, "E17")
    await ask_signature(duty.id, duty.version, 0, person.id, actor=await by_no(uow, "E11"), uow=uow)


async def signature(uow: FakeUnitOfWork) -> Duty:
    found = await uow.duties.one(kind=SIGNATURE)
    assert found is not None
    return found


def said(message: Message, language: str) -> str:
    return Renderer(company()).rendered(language, message).html


def reminders(uow: FakeUnitOfWork, number: str) -> list[Message]:
    return [one for one in uow.outbox.told_to(number) if one.template == "reminder_given"]


async def test_a_signature_is_due_after_the_companys_days_and_waits_until_then() -> None:
    uow = await asked()

    (waiting,) = [one for one in await what_waits(await by_no(uow, "E17"), uow=uow) if one.kind == SIGNATURE]

    assert waiting.due_at == END
    (clock,) = [one for one in await running(uow, Subject.DUTY) if one.rule == SIGNATURE]
    assert (clock.due_at, clock.steps) == (END, (("days_after", ("asked_to_sign", 3, END_OF_DAY)),))


async def test_it_is_reminded_before_and_after_its_end_which_is_at_night_and_then_no_more() -> None:
    uow = await asked()

    await time_passes(uow, NOW + timedelta(days=21))

    assert [one.data["stage"] for one in reminders(uow, "E17")] == ["before", "after"]
    first = reminders(uow, "E17")[0]
    assert first.rows[0][0].verb == "signature"
    assert "请签到或确认已阅读：轴封装配培训" in said(first, "zh-Hans")
    assert "Training on shaft seals" in said(first, "en")


async def test_superiors_hear_nothing_of_it() -> None:
    uow = await asked()

    await time_passes(uow, NOW + timedelta(days=21))

    others = [one for one in await uow.persons.where() if one.employee_no != "E17"]
    told = [one for person in others for one in reminders(uow, person.employee_no)]
    assert [one for one in told if one.data["kind"] == SIGNATURE] == []


async def test_who_has_signed_is_not_reminded() -> None:
    uow = await asked()
    await sign_for_self((await signature(uow)).id, actor=await by_no(uow, "E17"), uow=uow)

    await time_passes(uow, NOW + timedelta(days=21))

    assert reminders(uow, "E17") == []


async def test_who_was_taken_out_is_not_reminded_and_asked_again_has_the_time_anew() -> None:
    uow = await asked()
    await tap(uow)
    assert [one for one in await running(uow, Subject.DUTY) if one.rule == SIGNATURE] == []
    await time_passes(uow, NOW + timedelta(days=7))

    await tap(uow)

    assert reminders(uow, "E17") == []
    assert (await signature(uow)).due_at == END + timedelta(days=7)


async def test_where_its_form_is_due_sooner_so_is_the_signature() -> None:
    uow = await asked(due_at=NOW + timedelta(hours=5))

    one = await signature(uow)
    explained = await explain_due(Subject.DUTY, one.id, actor=await by_no(uow, "E17"), uow=uow)

    assert one.due_at == NOW + timedelta(hours=5)
    assert "到所在表单的时限为止" in said(explained, "zh-Hans")
    assert "until the form is due" in said(explained, "en")


async def test_a_form_that_is_late_leaves_the_companys_days() -> None:
    uow = await asked(due_at=NOW - timedelta(hours=5))

    assert (await signature(uow)).due_at == END


async def test_who_is_to_sign_a_plan_is_reminded_and_then_their_superior() -> None:
    uow = await with_customer()
    await planned(uow)
    await put(uow)
    first = SIGNERS[0]
    (waiting,) = [
        one for one in await what_waits(await by_no(uow, first), uow=uow) if one.kind == SIGN_REMEDY
    ]
    assert waiting.due_at == NOW + timedelta(hours=24)

    await time_passes(uow, NOW + timedelta(days=3))

    # the morning's list has them, for all of these times are outside office hours
    given = [(one.person_id, one.stage) for one in await uow.reminders.where()]
    asked_of, above = await by_no(uow, first), await by_no(uow, "E05")
    assert given[:3] == [(asked_of.id, "before"), (asked_of.id, "at"), (asked_of.id, "after")]
    assert given[3:] == [(above.id, "up1")]


async def test_a_plan_that_is_signed_reminds_the_next_only() -> None:
    uow = await with_customer()
    await planned(uow)
    await put(uow)
    await signed(uow, SIGNERS[0])

    (clock,) = [one for one in await running(uow, Subject.DUTY) if one.rule == SIGN_REMEDY]

    assert (await uow.duties.get(clock.subject_id)).owner_id == (await by_no(uow, SIGNERS[1])).id
