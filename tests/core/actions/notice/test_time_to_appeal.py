"""The time to appeal is a clock: it starts when the notice is there, is told of before it ends, and ends by itself."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.render.renderer import Renderer
from core.actions.appeal.make_appeal import make_appeal
from core.actions.case.open_dossier import open_dossier
from core.actions.deadline.explain_due import explain_due
from core.actions.deadline.import_calendar import import_calendar
from core.actions.deadline.keep_digests import keep_digests
from core.actions.money.read_account import read_account
from core.actions.notice.deliver_on_paper import deliver_on_paper
from core.actions.notice.hand_over_paper import hand_over_paper
from core.actions.notice.note_delivery import note_delivery
from core.actions.notice.settle_notices import lift_notices
from core.actions.notice.view_notice import view_notice
from core.errors import NoSuchThing
from core.model.calendar_year import CalendarYear
from core.model.deadline_clock import DeadlineClock, Subject
from core.model.message import Message
from core.model.notice import Notice
from core.screens.account import account_shown
from tests.clocks import running
from tests.core.actions.appeals import appealed, noticed, notices_of
from tests.core.actions.limited_appeals import limited
from tests.fakes import FakeUnitOfWork
from tests.liability import last_told, unlinked, verbs, who
from tests.make import NOW
from tests.ringing import hours_pass, time_passes
from tests.waiting import what_waits

# the notice is there on Monday, 3 March, 08:12 in Suzhou: seven days end on 10 March, 24:00
# a Monday morning in Suzhou; the year after is not published yet
MONDAY = datetime(2026, 12, 28, 2, tzinfo=UTC)
END = datetime(2025, 3, 10, 16, 0, tzinfo=UTC)


async def the_clock(uow: FakeUnitOfWork, employee_no: str = "E17") -> DeadlineClock:
    person = await who(uow, employee_no)
    (clock,) = [one for one in await running(uow, Subject.NOTICE) if one.person_id == person.id]
    return clock


async def the_notice(uow: FakeUnitOfWork) -> Notice:
    return (await notices_of(uow))[-1]


def words(uow: FakeUnitOfWork, message: Message, language: str = "zh-Hans") -> str:
    return Renderer(uow.company).rendered(language, message).html


async def own_account(uow: FakeUnitOfWork) -> str:
    worker = await who(uow, "E17")
    return words(uow, account_shown(await read_account(actor=worker, uow=uow), worker))


async def test_it_runs_from_delivery_with_its_counting_kept_as_words() -> None:
    uow = await noticed()

    clock = await the_clock(uow)

    assert (clock.starts_at, clock.due_at) == (NOW, END)
    assert clock.steps == (("days_after", ("given", 7, 1440)),)
    assert (clock.case_id, clock.rulebook, clock.is_right, clock.ends_itself) == (1, "", True, True)


async def test_what_was_not_sent_has_no_clock_and_what_comes_late_names_its_own_last_day() -> None:
    uow = await noticed()
    notice = await the_notice(uow)
    await uow.notices.put(replace(notice, delivered_at=None))
    await uow.deadline_clocks.put(replace(await the_clock(uow), stopped_at=NOW))
    told = len(uow.outbox.told_to("E17"))
    uow.now += timedelta(days=3)

    await note_delivery(notice.id, uow=uow)

    assert (await the_notice(uow)).appeal_until == END + timedelta(days=3)
    assert (await the_clock(uow)).due_at == END + timedelta(days=3)
    (again,) = uow.outbox.told_to("E17")[told:]
    assert "3月13日 24:00" in words(uow, again)
    await note_delivery(notice.id, uow=uow)
    assert len(uow.outbox.told_to("E17")) == told + 1


async def test_an_appeal_before_the_notice_is_there_is_never_late() -> None:
    uow = await noticed()
    await uow.notices.put(replace(await the_notice(uow), delivered_at=None))
    uow.now = END + timedelta(days=30)

    appeal = await make_appeal(
        (await the_notice(uow)).id, reason="不服", actor=await who(uow, "E17"), uow=uow
    )

    assert appeal.state.value == "open"


async def test_on_paper_it_runs_from_when_it_was_handed_over() -> None:
    uow = await noticed()
    notice = await uow.notices.put(replace(await the_notice(uow), delivered_at=None))
    await uow.deadline_clocks.put(replace(await the_clock(uow), stopped_at=NOW))
    await deliver_on_paper(notice.id, uow=uow)
    uow.now += timedelta(days=1)
    assert await uow.deadline_clocks.where(person_id=notice.person_id, stopped_at=None) == ()

    duty = await uow.duties.one(kind="hand_over_notice")
    assert duty is not None
    superior = await uow.persons.get(duty.owner_id or 0)
    await hand_over_paper(duty.id, actor=superior, uow=uow)

    assert (await the_clock(uow)).due_at == END + timedelta(days=1)
    await note_delivery(notice.id, uow=uow)
    assert (await the_notice(uow)).appeal_until == END + timedelta(days=1)


async def test_its_reader_alone_is_told_once_before_it_ends() -> None:
    uow = await noticed()

    await time_passes(uow, END + timedelta(days=9))

    for employee_no, is_told in (("E17", True), ("E03", True), ("E04", False)):
        said = [one for one in uow.outbox.told_to(employee_no) if one.template == "right_ends"]
        assert len(said) == is_told, employee_no
    reminder = last_told(uow, "E17", "right_ends")
    assert "在 <b>3月10日 24:00</b> 前，您可以申诉" in words(uow, reminder)
    assert "Until <b>10 Mar 24:00</b> you may appeal" in words(uow, reminder, "en")
    assert verbs(reminder) == ["my_notice", "why_then"]


async def test_nobody_else_is_told_where_its_reader_cannot_be() -> None:
    uow = await noticed()
    await unlinked(uow, "E17")

    await time_passes(uow, END)

    assert [
        no for no, one in uow.outbox.told if one.template == "right_ends" and no not in ("E03", "E01")
    ] == []


async def test_its_end_is_said_in_the_notice_and_in_the_readers_account() -> None:
    uow = await noticed()
    assert "3月10日 24:00 前可以申诉" in await own_account(uow)

    await time_passes(uow, END)

    notice = uow.outbox.told_to("E17")[-1]
    assert notice.card == f"notice:{(await the_notice(uow)).id}"
    assert "申诉期已在 <b>3月10日 24:00</b> 结束" in words(uow, notice)
    assert "ended <b>at 24:00 on 10 Mar</b>" in words(uow, notice, "en")
    assert await running(uow, Subject.NOTICE) == ()
    assert uow.log.acts().count("appeal_time_over") == 3
    assert "申诉期已在 3月10日 24:00 结束" in await own_account(uow)


async def test_who_appeals_is_reminded_no_more_and_nothing_ends() -> None:
    uow = await appealed()

    await time_passes(uow, END + timedelta(days=1))

    assert [one for one in uow.outbox.told_to("E17") if one.template == "right_ends"] == []
    assert "申诉期已在" not in words(uow, await view_notice(await the_notice(uow), uow=uow))


async def test_a_lifted_notice_has_no_time_to_appeal_any_more() -> None:
    uow = await noticed()
    clock = await the_clock(uow)
    await uow.notices.put(replace(await the_notice(uow), lifted_at=NOW))

    await time_passes(uow, END)

    assert not (await uow.deadline_clocks.get(clock.id)).is_running
    assert [one for one in uow.outbox.told_to("E17") if one.template == "right_ends"] == []


async def test_a_notice_that_is_taken_away_stops_the_clock_at_once() -> None:
    uow = await noticed()
    dossier = await open_dossier(1, uow=uow)

    await lift_notices((), dossier, uow=uow)

    assert await running(uow, Subject.NOTICE) == ()


async def test_it_stands_in_the_readers_list_but_makes_no_list_by_itself() -> None:
    uow = await noticed()
    worker = await who(uow, "E17")

    (waiting,) = [one for one in await what_waits(worker, uow=uow) if one.notice]
    assert (waiting.kind, waiting.due_at, waiting.is_right) == ("may_appeal", END, True)

    await keep_digests(uow)
    await hours_pass(uow, 24)
    assert [one for one in uow.outbox.told_to("E17") if one.template == "digest_listed"] == []
    uow.now = END
    assert [one for one in await what_waits(worker, uow=uow) if one.notice] == []


async def test_why_then_is_told_to_its_reader_and_to_nobody_else() -> None:
    uow = await noticed()
    notice = await the_notice(uow)

    said = await explain_due(Subject.NOTICE, notice.id, actor=await who(uow, "E17"), uow=uow)

    assert "送达通知单" in words(uow, said)
    assert "从第二天算起 7 天" in words(uow, said)
    with pytest.raises(NoSuchThing):
        await explain_due(Subject.NOTICE, notice.id, actor=await who(uow, "E03"), uow=uow)
    with pytest.raises(NoSuchThing):
        await explain_due(Subject.NOTICE, 99, actor=await who(uow, "E17"), uow=uow)


async def test_a_provisional_end_moves_with_the_sites_calendar_and_its_reader_is_told_both() -> None:
    uow = await limited("working_days = 8", at=MONDAY)
    before = await the_clock(uow)
    assert (before.rule, before.clause, before.is_provisional) == ("review", "10.2", True)
    told = len(uow.outbox.told_to("E17"))
    off = tuple(date(2027, 1, day) for day in (1, 2, 3, 4))

    await import_calendar([CalendarYear(year=2027, off=off, imported_at=MONDAY)], uow=uow)
    await hours_pass(uow, 0)

    after = await the_clock(uow)
    assert (after.due_at - before.due_at, after.is_provisional) == (timedelta(days=3), False)
    assert (await the_notice(uow)).appeal_until == after.due_at
    assert [one.template for one in uow.outbox.told_to("E17")[told:]] == ["notice_issued", "deadline_moved"]
    said = await explain_due(Subject.NOTICE, (await the_notice(uow)).id, actor=await who(uow, "E17"), uow=uow)
    assert said.template == "due_explained"
    assert "收到通知单" in words(uow, said)


async def test_a_year_that_changes_nothing_moves_nothing_and_tells_nobody() -> None:
    uow = await limited("working_days = 8", at=MONDAY)
    before = await the_clock(uow)
    told = len(uow.outbox.told_to("E17"))
    off = tuple(date(2027, 1, day) for day in (1, 2, 3))

    await import_calendar([CalendarYear(year=2027, off=off, imported_at=MONDAY)], uow=uow)
    await hours_pass(uow, 0)

    after = await the_clock(uow)
    assert (after.due_at, after.is_provisional) == (before.due_at, False)
    assert len(uow.outbox.told_to("E17")) == told


async def test_what_is_delivered_after_it_was_replaced_starts_no_clock() -> None:
    uow = await noticed()
    notice = await the_notice(uow)
    await uow.deadline_clocks.put(replace(await the_clock(uow), stopped_at=NOW))
    await uow.notices.put(replace(notice, delivered_at=None, lifted_at=NOW))

    await note_delivery(notice.id, uow=uow)

    assert notice.person_id not in {one.person_id for one in await running(uow, Subject.NOTICE)}
