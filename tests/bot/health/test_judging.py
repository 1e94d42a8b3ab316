"""What is late one second after its limit is not late one second before."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from bot.health.judging import Level, Limits, Sign, signs_of
from bot.health.metrics import metrics_of
from bot.health.vitals import Queue, Vitals
from tests.make import NOW

SECOND = timedelta(seconds=1)
LIMITS = Limits()
WELL = Vitals(now=NOW, alive_at=NOW, sent_at=NOW, backup_at=NOW, free=10 << 30)


def changed(**changes: Any) -> Vitals:
    return replace(WELL, **changes)


def sign(what: str, vitals: Vitals) -> Sign:
    (found,) = (sign for sign in signs_of(vitals, LIMITS) if sign.what == what)
    return found


def test_a_bot_that_is_well_has_nothing_to_see_to() -> None:
    assert {sign.level for sign in signs_of(WELL, LIMITS)} == {Level.WELL}


@pytest.mark.parametrize(("name", "limit"), [("alive", LIMITS.silent), ("backup", LIMITS.backup)])
def test_an_age_is_wrong_from_one_second_after_its_limit(name: str, limit: timedelta) -> None:
    just, late, never = (changed(**{f"{name}_at": at}) for at in (NOW - limit, NOW - limit - SECOND, None))

    assert [sign(name, vitals).level for vitals in (just, late, never)] == [
        Level.WELL,
        Level.WRONG,
        Level.WRONG,
    ]


@pytest.mark.parametrize(
    ("name", "level"),
    [
        ("timers", Level.WRONG),
        ("outbox", Level.WRONG),
        ("inbox", Level.WRONG),
        ("fetching", Level.SEE_TO),
    ],
)
def test_what_waits_is_late_from_one_second_after_its_limit(name: str, level: Level) -> None:
    just, late = (changed(**{name: Queue(3, NOW - LIMITS.late - more)}) for more in (timedelta(0), SECOND))

    assert sign(name, just).level is Level.WELL
    assert sign(name, late) == Sign(what=name, level=level, data={"count": 3, "age": LIMITS.late + SECOND})


@pytest.mark.parametrize("name", ["aside", "failed", "missing"])
def test_what_was_given_up_is_to_be_seen_to(name: str) -> None:
    assert sign(name, changed(**{name: 1})).level is Level.SEE_TO


def test_people_who_cannot_be_reached_are_named() -> None:
    found = sign("unreachable", changed(unreachable=("张伟",)))

    assert (found.level, found.data["names"]) == (Level.SEE_TO, ("张伟",))


@pytest.mark.parametrize(("month", "level"), [(10, Level.WELL), (11, Level.SEE_TO), (12, Level.WRONG)])
def test_next_years_working_days_are_asked_for_in_november_and_missed_in_december(
    month: int, level: Level
) -> None:
    now = datetime(2025, month, 15, tzinfo=NOW.tzinfo)
    unknown = changed(now=now, alive_at=now, backup_at=now, next_year=False)

    assert sign("calendar", unknown).level is level
    assert sign("calendar", replace(unknown, next_year=True)).level is Level.WELL


@pytest.mark.parametrize(
    ("free", "level"), [(3 << 30, Level.WELL), (1 << 30, Level.SEE_TO), (100 << 20, Level.WRONG)]
)
def test_a_disk_that_fills_up_is_told_before_it_is_full(free: int, level: Level) -> None:
    assert sign("disk", changed(free=free)).level is level


def test_an_open_alarm_is_wrong() -> None:
    assert sign("late", changed(late_since=NOW)).level is Level.WRONG


def test_a_clock_that_was_set_back_makes_nothing_late() -> None:
    behind = changed(now=NOW - timedelta(days=1), outbox=Queue(1, NOW))

    assert {sign.level for sign in signs_of(behind, LIMITS)} == {Level.WELL}


def test_metrics_have_a_line_for_what_is_known() -> None:
    lines = metrics_of(changed(backup_at=None, outbox=Queue(2, NOW - timedelta(minutes=1)))).splitlines()

    assert "gongdao_outbox_waiting 2" in lines
    assert "gongdao_outbox_waiting_oldest_seconds 60.0" in lines
    assert f"gongdao_last_tick_timestamp_seconds {NOW.timestamp()}" in lines
    assert not [line for line in lines if line.startswith("gongdao_last_backup")]
    assert all(line.startswith(("# HELP gongdao_", "# TYPE gongdao_", "gongdao_")) for line in lines)
