from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from core.actions.deadline.calendar_of import calendar_of
from core.actions.deadline.import_calendar import import_calendar
from core.actions.deadline.keep_digests import keep_digests
from core.actions.deadline.show_calendar import show_calendar
from core.errors import NotThisPerson
from core.model.calendar_year import CalendarYear
from core.model.deadline_clock import DeadlineClock, Subject
from core.model.message import Message
from tests.core.rulebook.shipped import compiled
from tests.demanding import TEXT, given, the_duty, under_demands
from tests.fakes import FakeUnitOfWork
from tests.make import by_no, staffed
from tests.ringing import time_passes

# a Monday morning in Suzhou; 2027 is not published yet
MONDAY = datetime(2026, 12, 28, 2, tzinfo=UTC)
DAYS = compiled(TEXT.replace("hours = 48", "working_days = 8"))
OF_2027 = CalendarYear(
    year=2027,
    off=tuple(date(2027, 1, day) for day in (1, 2, 3)),
    made_up=(date(2027, 1, 9),),
    imported_at=MONDAY,
)


async def counted() -> FakeUnitOfWork:
    uow = await under_demands(DAYS)
    uow.now = MONDAY
    await given(uow, events={"arrived": MONDAY.isoformat(), "received": MONDAY.isoformat()})
    return uow


async def the_clock(uow: FakeUnitOfWork) -> DeadlineClock:
    clock = await uow.deadline_clocks.one(
        subject=Subject.DUTY, subject_id=(await the_duty(uow, "analyse")).id
    )
    assert clock is not None
    return clock


def moves(uow: FakeUnitOfWork) -> list[tuple[str, Message]]:
    return [(number, one) for number, one in uow.outbox.told if one.template == "deadline_moved"]


async def test_a_deadline_into_an_unpublished_year_is_provisional_and_moves_when_it_is_announced() -> None:
    uow = await counted()
    before = await the_clock(uow)

    await import_calendar([OF_2027], uow=uow)
    await time_passes(uow, MONDAY)
    after = await the_clock(uow)

    # 12-29, 30, 31, 01-04, 05, 06, 07, 08; with one more day of rest it would be the make-up Saturday
    assert (before.is_provisional, before.due_at) == (True, datetime(2027, 1, 8, 16, tzinfo=UTC))
    assert (after.is_provisional, after.due_at) == (False, before.due_at)
    assert moves(uow) == []
    assert after.calendar != before.calendar


async def test_the_owner_is_told_the_old_time_and_the_new_once() -> None:
    uow = await counted()
    before = (await the_clock(uow)).due_at
    longer = replace(OF_2027, off=(*OF_2027.off, date(2027, 1, 4), date(2027, 1, 5)))

    for _ in range(2):
        await import_calendar([longer], uow=uow)
        await time_passes(uow, uow.now + timedelta(minutes=1))
    after = (await the_clock(uow)).due_at

    assert after == datetime(2027, 1, 11, 16, tzinfo=UTC)
    assert [(number, one.data["old"], one.data["new"]) for number, one in moves(uow)] == [
        ("E11", before, after)
    ]
    assert (await the_duty(uow, "analyse")).due_at == after
    assert len(await uow.calendar_years.where()) == 1
    assert uow.log.acts().count("calendar_imported") == 2
    assert uow.log.acts().count("deadline_moved") == 1


async def test_a_deadline_that_is_not_provisional_stays_where_it_was_counted() -> None:
    uow = await under_demands(DAYS)
    await given(uow, events={"arrived": uow.now.isoformat()})
    before = await the_clock(uow)
    shut = CalendarYear(site="suzhou", year=2025, off=(date(2025, 3, 5),), imported_at=uow.now)

    await import_calendar([shut], uow=uow)
    await time_passes(uow, uow.now)
    await given(uow, facts={"batch": True})

    assert await the_clock(uow) == before
    assert (await the_duty(uow, "analyse")).due_at == before.due_at
    assert moves(uow) == []


async def test_a_site_counts_its_own_days_and_no_other_does() -> None:
    uow = await staffed()
    shut = CalendarYear(site="suzhou", year=2025, off=(date(2025, 3, 5),), imported_at=uow.now)
    await import_calendar([shut], uow=uow)

    suzhou, wuxi = await calendar_of("suzhou", uow=uow), await calendar_of("wuxi", uow=uow)

    assert (suzhou.is_worked(date(2025, 3, 5)), wuxi.is_worked(date(2025, 3, 5))) == (False, True)


async def test_an_admin_is_shown_the_days_that_are_not_as_usual() -> None:
    uow = await staffed()
    uow.now = datetime(2025, 9, 20, tzinfo=UTC)

    shown = await show_calendar(actor=await by_no(uow, "E07"), uow=uow)
    site = shown.data["sites"][0]  # type: ignore[index]

    assert [(span.first, span.last) for span in site["off"]] == [(date(2025, 10, 1), date(2025, 10, 8))]
    assert site["made_up"] == (date(2025, 9, 28), date(2025, 10, 11))
    assert site["provisional"] == ()


async def test_nobody_else_is_shown_the_calendar() -> None:
    uow = await staffed()

    with pytest.raises(NotThisPerson):
        await show_calendar(actor=await by_no(uow, "E11"), uow=uow)


async def nagged(first: datetime, last: datetime, *years: CalendarYear) -> list[str]:
    uow = await staffed()
    uow.now = first
    for year in years:
        await uow.calendar_years.add(year)
    await keep_digests(uow)
    await time_passes(uow, last)
    return [number for number, one in uow.outbox.told if one.template == "calendar_missing"]


async def test_in_december_admins_are_asked_for_next_years_calendar_once_a_week() -> None:
    december = datetime(2026, 12, 1, tzinfo=UTC), datetime(2026, 12, 31, 15, tzinfo=UTC)

    assert await nagged(*december) == ["E07"] * 5
    assert await nagged(*december, OF_2027) == []
    assert await nagged(datetime(2026, 11, 23, tzinfo=UTC), datetime(2026, 11, 28, tzinfo=UTC)) == []
