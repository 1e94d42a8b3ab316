from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from core.actions.deadline.explain_due import explain_due
from core.actions.deadline.keep_digests import keep_digests
from core.actions.deadline.start_clock import stop_clock
from core.actions.duty.fill_duty import fill_duty
from core.actions.duty.finish_duty import finish_duty
from core.actions.duty.open_periodic_duties import keep_calendar
from core.actions.duty.undo_duty import undo_duty
from core.errors import NoSuchThing, NotThisPerson
from core.model.case import Stage
from core.model.deadline_clock import DeadlineClock, Subject
from core.model.message import Message, Urgency
from core.model.roles import Grant, Role
from tests.core.rulebook.shipped import compiled
from tests.demanding import TEXT, given, open_rules, the_duty, under_demands
from tests.fakes import FakeUnitOfWork
from tests.make import NOW, by_no, person
from tests.ringing import back_at_work, hours_pass, time_passes

# Monday 08:12 in Suzhou; the goods arrive, and are to be analysed within 48 hours
ARRIVED = {"arrived": NOW.isoformat()}


async def arrived(**changes: object) -> FakeUnitOfWork:
    uow = await under_demands(**changes)  # type: ignore[arg-type]
    await given(uow, events=ARRIVED)
    return uow


async def the_clock(uow: FakeUnitOfWork, rule: str = "analyse") -> DeadlineClock:
    clock = await uow.deadline_clocks.one(subject=Subject.DUTY, subject_id=(await the_duty(uow, rule)).id)
    assert clock is not None
    return clock


def reminders(uow: FakeUnitOfWork, number: str) -> list[Message]:
    return [one for one in uow.outbox.told_to(number) if one.template == "reminder_given"]


def stages(uow: FakeUnitOfWork, number: str, label: str = "分析实物") -> list[object]:
    return [one.data["stage"] for one in reminders(uow, number) if one.data["label"].zh_hans == label]  # type: ignore[attr-defined]


async def test_a_deadline_becomes_a_clock_with_its_clause_its_edition_and_how_it_was_counted() -> None:
    uow = await arrived()

    clock = await the_clock(uow)

    assert (clock.rule, clock.clause, clock.rulebook, clock.site) == ("analysis", "5", "demanding", "suzhou")
    assert (clock.starts_at, clock.due_at) == (NOW, NOW + timedelta(hours=48))
    assert clock.steps == (("hours_after", ("event.arrived", 48)),)
    assert clock.edition == "undated"
    assert clock.calendar == uow.working_days.version
    assert not clock.is_urgent
    assert not clock.is_provisional


async def test_in_office_hours_each_stage_is_a_message_of_its_own() -> None:
    uow = await under_demands()
    uow.now = NOW + timedelta(hours=2)
    await given(uow, events={"arrived": uow.now.isoformat()})

    await time_passes(uow, NOW + timedelta(days=9))

    assert stages(uow, "E11") == ["before", "at", "after"]
    assert stages(uow, "E04") == ["up"]
    assert stages(uow, "E05") == []
    up = reminders(uow, "E04")[0]
    assert (up.data["names"], up.data["is_late"], up.urgency) == (("陈洁",), True, Urgency.NOTICE)
    assert [button.verb for row in up.rows for button in row] == ["why_then"]
    told = [row.facts["stage"] for row in uow.log.rows if row.act == "deadline_reminded"]
    assert {"before", "at", "after", "up1", "up2", "up3"} <= set(told)


async def test_nobody_is_told_the_same_stage_twice_even_if_the_deadline_moves() -> None:
    uow = await under_demands()
    uow.now = NOW + timedelta(hours=2)
    await given(uow, events={"arrived": uow.now.isoformat()})
    await hours_pass(uow, 25)

    await given(uow, events={"arrived": (NOW + timedelta(hours=3)).isoformat()})
    await hours_pass(uow, 25)

    assert (await the_clock(uow)).due_at == NOW + timedelta(hours=51)
    assert stages(uow, "E11") == ["before", "at"]


async def test_what_is_done_is_not_reminded_of_and_what_is_taken_back_is() -> None:
    uow = await under_demands()
    uow.now = NOW + timedelta(hours=2)
    await given(uow, events={"arrived": uow.now.isoformat()})
    quality, duty = await by_no(uow, "E11"), await the_duty(uow, "analyse")
    await fill_duty(duty.id, duty.version, 0, "轴封老化", actor=quality, uow=uow)
    file = await finish_duty(duty.id, duty.version + 1, actor=quality, uow=uow)

    await hours_pass(uow, 25)
    assert stages(uow, "E11") == []
    assert (await the_clock(uow)).stopped_at == NOW + timedelta(hours=2)
    await undo_duty(file.duty.id, actor=quality, uow=uow)
    await hours_pass(uow, 24)

    assert (await the_clock(uow)).is_running
    assert stages(uow, "E11") == ["at"]


async def test_the_state_is_looked_at_right_before_a_reminder_goes_out() -> None:
    uow = await arrived()
    timer = (await uow.timers.running("reminder:"))[0]
    clock = await uow.deadline_clocks.get(timer.subject_id)
    await uow.duties.put(replace(await uow.duties.get(clock.subject_id), done_at=uow.now, done_by=2))

    await time_passes(uow, timer.due_at)

    assert (await uow.deadline_clocks.get(clock.id)).stopped_at == timer.due_at
    assert await uow.reminders.where(clock_id=clock.id) == ()


async def test_a_timer_of_a_clock_that_was_stopped_says_nothing() -> None:
    uow = await arrived()
    timer = next(one for one in await uow.timers.running("reminder:") if "before" in one.key)
    await uow.deadline_clocks.put(replace(await the_clock(uow), stopped_at=uow.now))

    await time_passes(uow, timer.due_at)

    assert await uow.reminders.where(clock_id=(await the_clock(uow)).id) == ()


async def test_closing_voids_a_clock_that_belongs_to_no_duty_and_leaves_the_others() -> None:
    uow = await arrived()
    assert "first_word" in await open_rules(uow)
    uow.now += timedelta(hours=1)

    await given(uow, stage=Stage.CLOSED, stage_since=uow.now)

    assert "first_word" not in await open_rules(uow)
    assert not (await the_clock(uow, "first_word")).is_running
    assert (await the_clock(uow)).is_running


async def test_an_urgent_deadline_reminds_in_the_night_too() -> None:
    urgent = compiled(TEXT.replace("[deadlines.analysis]", "[deadlines.analysis]\nurgent = true"))
    uow = await arrived(book=urgent)

    await hours_pass(uow, 24)

    assert (await the_clock(uow)).is_urgent
    assert stages(uow, "E11") == ["before"]
    assert reminders(uow, "E11")[-1].urgency is Urgency.URGENT


async def test_a_short_deadline_is_urgent_by_itself() -> None:
    uow = await arrived(book=compiled(TEXT.replace("hours = 48", "hours = 2")))

    await hours_pass(uow, 6)

    assert (await the_clock(uow)).is_urgent
    assert stages(uow, "E11") == ["before", "at", "after"]
    assert stages(uow, "E04") == ["up"]
    assert stages(uow, "E05") == ["up"]


async def test_superiors_who_are_named_have_left_or_cannot_be_reached_are_passed_over() -> None:
    uow = await arrived(book=compiled(TEXT.replace("hours = 48", "hours = 2")))
    await uow.persons.put(replace(await by_no(uow, "E04"), is_reachable=False))

    await hours_pass(uow, 6)

    assert stages(uow, "E04") == []
    assert stages(uow, "E05") == ["up"]


async def test_who_cannot_be_reached_is_stood_in_for_by_the_nearest_superior() -> None:
    uow = await arrived(book=compiled(TEXT.replace("hours = 48", "hours = 2")))
    await uow.persons.put(replace(await by_no(uow, "E11"), chat_id=None))

    await hours_pass(uow, 1)

    assert stages(uow, "E04") == ["up"]


async def test_without_anybody_above_the_admins_are_told_once() -> None:
    uow = await arrived(book=compiled(TEXT.replace("hours = 48", "hours = 2")))
    await uow.persons.put(replace(await by_no(uow, "E11"), manager_no=None))

    await hours_pass(uow, 6)

    assert stages(uow, "E07") == ["up"]


async def test_what_waits_in_the_night_comes_as_one_list_with_the_buttons_that_do_it() -> None:
    uow = await arrived()
    uow.now = datetime(2025, 3, 3, 1, tzinfo=UTC)
    await keep_digests(uow)

    # half of the 48 hours are over on Tuesday at 08:12, before the office opens
    await time_passes(uow, datetime(2025, 3, 4, 1, tzinfo=UTC))

    assert reminders(uow, "E11") == []
    lists = [one for one in uow.outbox.told_to("E11") if one.template == "digest_listed"]
    assert len(lists) == 1
    assert lists[0].urgency is Urgency.DIGEST
    assert "duty" in {button.verb for row in lists[0].rows for button in row}
    told = await uow.reminders.where(person_id=2)
    assert {one.told_at for one in told} == {datetime(2025, 3, 4, 0, 30, tzinfo=UTC)}


@pytest.mark.parametrize(("role", "is_told"), [(Role.AUDITOR, True), (Role.QUALITY, False)])
async def test_an_auditors_list_carries_the_head_of_the_log(role: Role, is_told: bool) -> None:
    uow = await arrived()
    keeper = await by_no(uow, "E11")
    await uow.persons.put(replace(keeper, grants=(*keeper.grants, Grant(role, "*"))))
    uow.now = datetime(2025, 3, 3, 1, tzinfo=UTC)
    await keep_digests(uow)

    await time_passes(uow, datetime(2025, 3, 4, 1, tzinfo=UTC))

    (listed,) = [one for one in uow.outbox.told_to("E11") if one.template == "digest_listed"]
    assert (listed.data["heads"] is not None) is is_told


async def test_nobody_for_whom_nothing_waits_gets_a_digest_and_nobody_on_a_day_of_rest() -> None:
    uow = await arrived()
    await keep_digests(uow)
    await uow.persons.put(replace(await by_no(uow, "E08"), left_on=NOW.date() - timedelta(days=1)))

    await time_passes(uow, datetime(2025, 3, 10, 0, tzinfo=UTC))

    assert uow.outbox.told_to("E10")
    assert not uow.outbox.told_to("E17")
    days = {
        row.rung_at.date().isoformat()
        for row in uow.timers.by_key.values()
        if row.rung_at and row.kind == "digest"
    }
    assert days == {f"2025-03-0{day}" for day in range(3, 8)}


async def test_a_digest_set_for_a_day_that_became_a_day_of_rest_is_not_given() -> None:
    uow = await arrived()
    await keep_digests(uow)
    uow.working_days = replace(
        uow.working_days, off=uow.working_days.off | {datetime(2025, 3, 3, tzinfo=UTC).date()}
    )

    await time_passes(uow, datetime(2025, 3, 3, 1, tzinfo=UTC))

    assert not [one for _, one in uow.outbox.told if one.template == "digest_listed"]
    assert "digest:suzhou:2025-03-04" in uow.timers.by_key


async def test_after_the_bot_was_away_everybody_gets_one_list_and_no_reminder() -> None:
    uow = await under_demands()
    uow.now = NOW + timedelta(hours=2)
    await given(uow, events={"arrived": uow.now.isoformat()})

    await back_at_work(uow, NOW + timedelta(days=8, hours=2))

    assert reminders(uow, "E11") == []
    lists = [number for number, one in uow.outbox.told if one.template == "digest_listed"]
    assert sorted(lists) == sorted(set(lists))
    assert {"E11", "E04", "E10"} <= set(lists)
    above = next(one for one in uow.outbox.told_to("E04") if one.template == "digest_listed")
    assert [line["names"] for line in above.data["reported"]] == [("王小明",), ("陈洁",)]  # type: ignore[attr-defined]


async def test_what_was_done_meanwhile_is_not_listed_for_the_superior() -> None:
    uow = await under_demands()
    uow.now = NOW + timedelta(hours=2)
    await given(uow, events={"arrived": uow.now.isoformat()})
    timer = (await uow.timers.running("reminder:"))[0]
    await back_at_work(uow, NOW + timedelta(days=8))
    count = len(uow.outbox.told_to("E04"))
    for duty in await uow.duties.where(done_at=None):
        await uow.duties.put(replace(duty, done_at=uow.now, done_by=2))
    for reminder in await uow.reminders.where(person_id=6):
        await uow.reminders.put(replace(reminder, told_at=None))

    await uow.timers.start(
        replace(timer, key="digest_for:6:again", kind="digest_for", subject_id=6, rung_at=None)
    )
    await back_at_work(uow, uow.now)

    assert len(uow.outbox.told_to("E04")) == count
    assert await uow.reminders.where(person_id=6, told_at=None) == ()


async def test_what_was_late_when_it_became_known_is_told_of_at_once_and_goes_up_later() -> None:
    uow = await under_demands()
    uow.now = NOW + timedelta(days=4, hours=2)

    await given(uow, events=ARRIVED)
    await time_passes(uow, uow.now)

    assert stages(uow, "E11") == ["at"]
    assert stages(uow, "E04") == []


async def test_a_duty_of_the_calendar_has_a_clock_too() -> None:
    uow = await under_demands()

    await keep_calendar(uow)
    monthly = await the_clock(uow, "monthly")

    assert monthly.case_id is None
    assert monthly.due_at == datetime(2025, 3, 5, 16, tzinfo=UTC)
    assert monthly.steps == (("period", ("2025-03-01",)),)
    said = await explain_due(Subject.DUTY, monthly.subject_id, actor=await by_no(uow, "E11"), uow=uow)
    assert said.data["steps"] == ()


async def test_whoever_may_read_a_duty_or_was_reminded_of_it_is_told_why_then() -> None:
    uow = await arrived(book=compiled(TEXT.replace("hours = 48", "hours = 2")))
    duty = await the_duty(uow, "analyse")
    with pytest.raises(NotThisPerson):
        await explain_due(Subject.DUTY, duty.id, actor=await by_no(uow, "E03"), uow=uow)

    own = await explain_due(Subject.DUTY, duty.id, actor=await by_no(uow, "E11"), uow=uow)
    await hours_pass(uow, 6)
    above = await explain_due(Subject.DUTY, duty.id, actor=await by_no(uow, "E04"), uow=uow)

    assert own.data == above.data
    assert (own.data["starts_at"], own.data["due"]) == (NOW, NOW + timedelta(hours=2))


async def test_a_duty_without_a_time_has_nothing_to_explain() -> None:
    uow = await under_demands()
    duty = await the_duty(uow, "improve")

    with pytest.raises(NoSuchThing):
        await explain_due(Subject.DUTY, duty.id, actor=await by_no(uow, "E11"), uow=uow)


async def test_a_superior_is_not_told_the_names_of_the_people_concerned() -> None:
    uow = await arrived(book=compiled(TEXT.replace("hours = 48", "hours = 2")))
    await uow.persons.add(person("E30", department="品管部", grants=(Grant(Role.QUALITY, "suzhou"),)))
    duty = await the_duty(uow, "analyse")
    await uow.duties.put(replace(duty, role=Role.EMPLOYEE))

    await hours_pass(uow, 6)

    assert {one.data["names"] for one in reminders(uow, "E04")} == {()}


async def test_a_timer_that_rings_again_after_a_crash_says_nothing_new() -> None:
    uow = await arrived(book=compiled(TEXT.replace("hours = 48", "hours = 2")))
    (timer,) = await uow.timers.running(f"reminder:{(await the_clock(uow)).id}:")

    for _ in range(2):
        uow.timers.by_key[timer.key] = timer
        await time_passes(uow, timer.due_at)

    assert stages(uow, "E11") == ["before"]


async def test_what_is_told_of_no_clock_or_of_one_that_stopped_comes_to_nothing() -> None:
    uow = await arrived()
    clock = await the_clock(uow)
    (timer,) = await uow.timers.running(f"reminder:{clock.id}:")
    await stop_clock(clock, uow=uow)
    await stop_clock(await the_clock(uow), uow=uow)
    uow.timers.by_key[timer.key] = timer

    await time_passes(uow, timer.due_at)

    assert await uow.reminders.where(clock_id=clock.id) == ()


async def test_back_in_the_evening_or_on_a_day_of_rest_it_waits_for_the_next_working_morning() -> None:
    for away in (timedelta(days=8, hours=12), timedelta(days=5, hours=2)):
        uow = await under_demands()
        uow.now = NOW + timedelta(hours=2)
        await given(uow, events={"arrived": uow.now.isoformat()})
        await keep_digests(uow)

        await back_at_work(uow, NOW + away)
        assert not [one for _, one in uow.outbox.told if one.template == "digest_listed"]
        await time_passes(uow, NOW + away + timedelta(days=2))

        assert [one.template for one in uow.outbox.told_to("E11")].count("digest_listed") >= 1


async def test_an_urgent_one_comes_as_a_list_at_once_whenever_the_bot_is_back() -> None:
    uow = await arrived(book=compiled(TEXT.replace("hours = 48", "hours = 2")))

    await back_at_work(uow, NOW + timedelta(days=5, hours=14))

    assert reminders(uow, "E11") == []
    assert [one.template for one in uow.outbox.told_to("E11")].count("digest_listed") == 1
