"""When each reminder of a deadline reaches whom, to the second: Friday afternoons, make-up days, holidays, year ends."""

from dataclasses import dataclass
from datetime import datetime, timedelta

import pytest

from core.actions.deadline.keep_digests import keep_digests
from core.model.deadline_clock import DeadlineClock, Subject
from core.rulebook.compiled import CompiledRulebook
from tests.core.rulebook.shipped import compiled
from tests.demanding import TEXT, given, the_duty, under_demands
from tests.fakes import FakeUnitOfWork
from tests.ringing import time_passes

SECOND = timedelta(seconds=1)
QUALITY, DIRECTOR, GENERAL_MANAGER = 2, 6, 7
# who is told of which stage, in the order of a row's `stages`
WHO = (("before", QUALITY), ("at", QUALITY), ("after", QUALITY), ("up1", DIRECTOR), ("up2", GENERAL_MANAGER))


@dataclass(frozen=True)
class Row:
    """One deadline: when it starts, how long it runs, when it is due, and when each stage of its reminders is told."""

    name: str
    starts: str
    length: str
    due: str
    stages: str

    def times(self) -> list[str]:
        """When, in the order of WHO."""
        return self.stages.split(", ")

    def told(self) -> set[tuple[str, int, str]]:
        """Who is told of which stage, and when."""
        return {(stage, person, at) for (stage, person), at in zip(WHO, self.times(), strict=True)}


TABLE = (
    Row(
        name="two hours on a Friday afternoon remind in the evening too",
        starts="2025-03-07 17:00",
        length="hours = 2",
        due="2025-03-07 19:00",
        stages="2025-03-07 18:00, 2025-03-07 19:00, 2025-03-07 20:00, 2025-03-07 21:00, 2025-03-07 22:00",
    ),
    Row(
        name="the regulator's twelve hours run through the night, and so do their reminders",
        starts="2025-03-09 23:00",
        length="hours = 12",
        due="2025-03-10 11:00",
        stages="2025-03-10 05:00, 2025-03-10 11:00, 2025-03-10 17:00, 2025-03-10 23:00, 2025-03-11 05:00",
    ),
    Row(
        name="a day and a night from Friday afternoon are told of on Monday morning",
        starts="2025-03-07 16:20",
        length="hours = 24",
        due="2025-03-08 16:20",
        stages="2025-03-10 08:30, 2025-03-10 08:30, 2025-03-10 08:30, 2025-03-10 08:30, 2025-03-10 08:30",
    ),
    Row(
        name="two working days from Friday afternoon end on Tuesday night",
        starts="2025-03-07 16:20",
        length="working_days = 2",
        due="2025-03-12 00:00",
        stages="2025-03-10 08:30, 2025-03-12 08:30, 2025-03-13 08:30, 2025-03-14 08:30, 2025-03-17 08:30",
    ),
    Row(
        name="a Sunday that makes up for a holiday is a working day, and after it comes National Day",
        starts="2025-09-26 16:20",
        length="working_days = 1",
        due="2025-09-29 00:00",
        stages="2025-09-28 08:30, 2025-09-29 08:30, 2025-09-30 08:30, 2025-10-09 08:30, 2025-10-10 08:30",
    ),
    Row(
        name="three working days over National Day end on the make-up Saturday",
        starts="2025-09-30 15:00",
        length="working_days = 3",
        due="2025-10-12 00:00",
        stages="2025-10-10 08:30, 2025-10-13 08:30, 2025-10-14 08:30, 2025-10-15 08:30, 2025-10-16 08:30",
    ),
    Row(
        name="calendar days run through National Day, and nobody is told of them in it",
        starts="2025-09-30 15:00",
        length="days = 3",
        due="2025-10-04 00:00",
        stages="2025-10-09 08:30, 2025-10-09 08:30, 2025-10-10 08:30, 2025-10-11 08:30, 2025-10-13 08:30",
    ),
    Row(
        name="two working days over the year's end count the make-up Sunday after New Year",
        starts="2025-12-31 10:00",
        length="working_days = 2",
        due="2026-01-06 00:00",
        stages="2026-01-04 08:30, 2026-01-06 08:30, 2026-01-07 08:30, 2026-01-08 08:30, 2026-01-09 08:30",
    ),
    Row(
        name="the same day ends at midnight of New Year's Eve",
        starts="2025-12-31 10:00",
        length="same_day = true",
        due="2026-01-01 00:00",
        stages="2025-12-31 17:00, 2026-01-04 08:30, 2026-01-05 08:30, 2026-01-06 08:30, 2026-01-07 08:30",
    ),
)


def under(length: str) -> CompiledRulebook:
    return compiled(TEXT.replace("hours = 48", length))


async def started(row: Row) -> FakeUnitOfWork:
    starts = instant(row.starts)
    uow = await under_demands(under(row.length), received_at=starts, registered_at=starts)
    uow.now = starts
    await given(uow, events={"arrived": starts.isoformat(), "received": starts.isoformat()})
    await keep_digests(uow)
    return uow


async def the_clock(uow: FakeUnitOfWork) -> DeadlineClock:
    clock = await uow.deadline_clocks.one(
        subject=Subject.DUTY, subject_id=(await the_duty(uow, "analyse")).id
    )
    assert clock is not None
    return clock


async def told(uow: FakeUnitOfWork) -> set[tuple[str, int, str]]:
    """Who was told of which stage of that deadline, and when, in the site's time."""
    zone = uow.company.zone("suzhou")
    return {
        (one.stage, one.person_id, minute(one.told_at.astimezone(zone)))
        for one in await uow.reminders.where(clock_id=(await the_clock(uow)).id)
        if one.told_at is not None
    }


def minute(at: datetime) -> str:
    """That instant to the minute; one between two minutes is none of the table's."""
    return f"{at:%Y-%m-%d %H:%M}" if not at.second else at.isoformat()


def instant(text: str) -> datetime:
    return datetime.fromisoformat(f"{text}+08:00")


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row.name)
async def test_every_reminder_comes_at_its_second(row: Row) -> None:
    uow = await started(row)

    await time_passes(uow, instant(row.times()[-1]))

    assert (await the_clock(uow)).due_at == instant(row.due)
    assert await told(uow) == row.told()


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row.name)
async def test_no_reminder_comes_a_second_earlier(row: Row) -> None:
    uow = await started(row)

    for at in sorted(set(row.times())):
        await time_passes(uow, instant(at) - SECOND)
        assert await told(uow) == {one for one in row.told() if one[2] < at}
        await time_passes(uow, instant(at))
        assert await told(uow) == {one for one in row.told() if one[2] <= at}
