"""The time for a statement is a clock: told of before it ends, over by itself, and nobody else's business."""

from datetime import UTC, datetime, timedelta

import pytest

from core.actions.deadline.explain_due import explain_due
from core.actions.investigation.make_statement import make_statement
from core.actions.investigation.name_party import name_party
from core.errors import NoSuchThing
from core.model.deadline_clock import DeadlineClock, Subject
from core.model.party import Hearing
from tests.clocks import running
from tests.fakes import FakeUnitOfWork
from tests.handlers.liability_talk import liability_talk
from tests.liability import last_told, later, named, verbs, who
from tests.make import NOW
from tests.ringing import hours_pass
from tests.waiting import what_waits


async def the_clock(uow: FakeUnitOfWork) -> DeadlineClock:
    person = await who(uow, "E17")
    (clock,) = [one for one in await running(uow, Subject.PARTY) if one.person_id == person.id]
    return clock


async def test_who_is_named_at_night_is_told_half_way_and_nobody_above_them_is() -> None:
    uow = await named(statement_hours=12)

    await hours_pass(uow, 200)

    reminder = last_told(uow, "E17", "right_ends")
    assert (reminder.data["kind"], reminder.data["stage"]) == ("may_state", "before")
    assert verbs(reminder) == ["speak", "silent", "why_then"]
    assert {no for no, one in uow.outbox.told if one.template == "right_ends"} == {"E17", "E03", "E01"}
    party = await uow.parties.one(person_id=(await who(uow, "E17")).id)
    assert party is not None
    assert party.hearing is Hearing.NOT_ANSWERED


async def test_where_it_ends_before_the_mornings_list_it_is_told_of_when_people_go_home() -> None:
    # from Monday 07:12 to Tuesday 07:12; half of it is left at 19:12, the list comes at 08:30
    uow = await named(statement_hours=23)

    await hours_pass(uow, 23)

    (rung,) = await uow.reminders.where(person_id=(await who(uow, "E17")).id)
    assert rung.rung_at == datetime(2025, 3, 3, 9, 30, tzinfo=UTC)
    assert rung.told_at == rung.rung_at


async def test_where_it_begins_after_work_the_moment_stays() -> None:
    uow = await named(statement_hours=8)
    later(uow, hours=10)
    person = await who(uow, "E05")
    await name_party(1, person.id, "responsible", actor=await who(uow, "E11"), uow=uow)

    await hours_pass(uow, 8)

    (rung,) = await uow.reminders.where(person_id=person.id)
    assert rung.rung_at == datetime(2025, 3, 3, 14, 12, tzinfo=UTC)
    assert rung.told_at is None


async def test_it_waits_in_the_list_of_who_may_speak_until_they_have_spoken() -> None:
    uow = await named()
    worker = await who(uow, "E17")
    clock = await the_clock(uow)

    (waiting,) = await what_waits(worker, uow=uow)
    assert (waiting.kind, waiting.due_at, waiting.is_right) == ("may_state", clock.due_at, True)

    await make_statement(1, "叉车坏了", actor=worker, uow=uow)
    assert await what_waits(worker, uow=uow) == ()


async def test_why_then_is_said_to_who_may_speak() -> None:
    uow = await named()
    clock = await the_clock(uow)
    worker = await liability_talk(uow, "E17")

    await worker.hits(f"why_then:{clock.subject_id}:0:party")

    assert "告知本人" in worker.words()
    assert "加 24 小时" in worker.words()
    with pytest.raises(NoSuchThing):
        await explain_due(Subject.PARTY, clock.subject_id, actor=await who(uow, "E03"), uow=uow)


async def test_a_statement_after_all_is_told_as_no_longer_timed() -> None:
    uow = await named()
    clock = await the_clock(uow)
    later(uow, hours=2)
    await make_statement(1, "叉车坏了", actor=await who(uow, "E17"), uow=uow)

    said = await explain_due(Subject.PARTY, clock.subject_id, actor=await who(uow, "E17"), uow=uow)

    assert (said.data["is_open"], said.data["stopped_at"]) == (False, NOW + timedelta(hours=2))
