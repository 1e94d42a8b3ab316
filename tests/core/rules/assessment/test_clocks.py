from datetime import UTC, date, datetime, timedelta
from importlib import resources
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.explain import Explainer
from bot.rulebooks import rulebook
from bot.working_days import working_days
from core.assess import assess
from core.model.assessment import Assessment, Status
from core.model.fault import BadRequest, BadRulebook
from core.rules.assessment.due_instants import Calendar, due_at
from tests.core.rulebook.shipped import compiled

TEXT = (resources.files("tests.core.rules") / "clocks.toml").read_text("utf-8")
CLOCKS = compiled(TEXT)
CHINA = Calendar(ZoneInfo("Asia/Shanghai"), working_days())
UNITS = st.sampled_from(["hours", "days", "working_days", "years", "day_of_next_month", "same_day"])
STARTS = st.datetimes(datetime(2020, 1, 1), datetime(2038, 12, 31), timezones=st.just(UTC))  # noqa: DTZ001 (hypothesis adds the zone)


def answered(**request: Any) -> Assessment:
    return assess({"occurred_on": "2025-03-03", **request}, CLOCKS)


def due(**events: str) -> dict[str, str]:
    return {one.id: one.due_at.isoformat() for one in answered(events=events).deadlines}


def said(language: str, deadline: str, **request: Any) -> str:
    answer = answered(**request)
    return Explainer(language, CLOCKS).deadline(next(one for one in answer.deadlines if one.id == deadline))


FRIDAY = "2025-09-26T16:20:00+08:00"


def test_every_unit_ends_where_its_words_say() -> None:
    assert due(received=FRIDAY, closed=FRIDAY) == {
        "contact": "2025-09-27T16:20:00+08:00",
        "call": "2025-09-27T00:00:00+08:00",
        "fix": "2025-10-02T00:00:00+08:00",
        "review": "2025-10-14T00:00:00+08:00",
        "answer": "2025-09-28T16:20:00+08:00",
        "keep": "2028-09-27T00:00:00+08:00",
    }


def test_days_are_those_of_the_rulebooks_zone_whatever_the_offset_of_the_event() -> None:
    assert due(received="2025-03-03T15:59:59+00:00")["call"] == "2025-03-04T00:00:00+08:00"
    assert due(received="2025-03-03T16:00:00+00:00")["call"] == "2025-03-05T00:00:00+08:00"


def test_a_month_is_due_on_a_day_of_the_next_one() -> None:
    assert due(month="2025-03") == {
        "summary": "2025-04-16T00:00:00+08:00",
        "late_summary": "2025-05-01T00:00:00+08:00",
        "totals": "2025-05-01T00:00:00+08:00",
    }


def test_a_day_that_the_next_month_lacks_is_its_last() -> None:
    assert due(month="2024-01")["late_summary"] == "2024-03-01T00:00:00+08:00"
    assert due(month="2024-12")["totals"] == "2025-02-01T00:00:00+08:00"


@pytest.mark.parametrize("month", ["2025-13", "2025-3", "2025-03-01", "1899-12", 202503, "２０２５-03"])
def test_what_is_no_month_is_refused_with_what_is_allowed(month: object) -> None:
    with pytest.raises(BadRequest) as refused:
        answered(events={"month": month})

    assert str(refused.value).startswith("events.month: found is ")
    assert str(refused.value).endswith("; allowed is an existing month YYYY-MM of the years 1900 to 2999")


def test_a_date_or_time_among_the_facts_can_start_a_clock() -> None:
    facts = {"planned_on": "2025-03-14", "found_at": "2025-03-14T09:00:00+08:00"}

    found = {one.id: one.due_at.isoformat() for one in answered(facts=facts).deadlines}

    assert found == {"plan": "2025-03-15T00:00:00+08:00", "trace": "2025-03-14T11:00:00+08:00"}


def test_a_length_that_is_missing_counts_only_when_its_event_is_there() -> None:
    quiet, missing = answered(), answered(events={"asked": FRIDAY})
    filled = answered(events={"asked": FRIDAY}, settings={"days_to_answer": 1})

    assert (quiet.status, quiet.needs_configuration) == (Status.COMPLETE, ())
    assert (missing.status, missing.needs_configuration) == (Status.NEEDS_CONFIGURATION, ("days_to_answer",))
    assert missing.deadlines == ()
    assert [one.due_at.isoformat() for one in filled.deadlines] == ["2025-09-29T00:00:00+08:00"]


@pytest.mark.parametrize("length", [0, 5001, "3", True])
def test_a_length_out_of_bounds_is_refused(length: object) -> None:
    with pytest.raises(BadRequest, match=r"settings\.days_to_answer: found is .*; allowed is a whole number"):
        answered(settings={"days_to_answer": length})


def test_the_latest_start_and_the_longest_length_are_no_trouble() -> None:
    answer = answered(events={"asked": "2999-12-31T23:59:59+08:00"}, settings={"days_to_answer": 5000})

    assert answer.deadlines[0].due_at.year == 3019


def test_a_setting_says_which_event_starts_the_clock() -> None:
    events = {"received": FRIDAY, "occurred": "2025-09-25T08:00:00+08:00"}

    by_default = answered(events=events)
    by_choice = answered(events=events, settings={"clock_start": "occurred"})

    answers = [
        next(one for one in answer.deadlines if one.id == "answer") for answer in (by_default, by_choice)
    ]
    assert [one.due_at.isoformat() for one in answers] == [
        "2025-09-28T16:20:00+08:00",
        "2025-09-27T08:00:00+08:00",
    ]
    assert [one.id for one in by_default.warnings] == ["R.2", "R.1"]
    assert [one.id for one in by_choice.warnings] == ["R.2"]


def test_a_fact_that_decides_a_deadline_is_asked_for_once_its_event_is_there() -> None:
    asked = answered(events={"warned": FRIDAY})

    assert (asked.status, [one.what for one in asked.pending]) == (Status.DECISION_PENDING, ["urgent"])
    assert asked.deadlines == ()
    assert answered(events={"received": FRIDAY}).pending == ()
    assert [one.id for one in answered(events={"warned": FRIDAY}, facts={"urgent": "yes"}).deadlines] == [
        "warn"
    ]


def test_every_unit_is_said_in_chinese() -> None:
    events = {"received": FRIDAY, "month": "2025-03", "closed": FRIDAY}
    words = {
        name: said("zh-Hans", name, events=events)
        for name in ("contact", "call", "fix", "review", "keep", "summary", "totals")
    }

    assert words == {
        "contact": "自“收到”起 24 小时，到点仍算按时",
        "call": "“收到”当日 24:00 止",
        "fix": "自“收到”次日起 5 天，末日 24:00 止",
        "review": "自“收到”次日起 7 个工作日，末日 24:00 止；其间休息 10 天，不计；其间调休上班 2 天，计入",
        "keep": "自“结案”起 3 年，末日 24:00 止",
        "summary": "“投诉月份”的次月 15 日 24:00 止",
        "totals": "“投诉月份”的次月末日 24:00 止",
    }
    assert said("zh-Hans", "plan", facts={"planned_on": "2025-03-14"}) == "“计划日”当日 24:00 止"


def test_every_unit_is_said_in_english() -> None:
    events = {"received": FRIDAY, "month": "2025-03", "closed": FRIDAY}
    words = {
        name: said("en", name, events=events)
        for name in ("contact", "call", "fix", "review", "keep", "summary", "totals")
    }

    assert words == {
        "contact": "24 h from “Received”; the instant of expiry is in time",
        "call": "until 24:00 of the day of “Received”",
        "fix": "days after “Received”: 5; until 24:00 of the last day",
        "review": "working days after “Received”: 7; until 24:00 of the last day; "
        "days off in between, not counted: 10; make-up working days in between, counted: 2",
        "keep": "years from “Closed”: 3; until 24:00 of the last day",
        "summary": "until 24:00 of day 15 of the month after “Month complained of”",
        "totals": "until 24:00 of the last day of the month after “Month complained of”",
    }


def test_a_year_whose_holidays_are_not_published_is_said_to_be_provisional() -> None:
    events = {"received": "2026-12-30T09:00:00+08:00"}

    assert said("zh-Hans", "review", events=events).endswith(
        "；2027 年放假安排尚未公布，按周一至周五扣除法定节假日暂计"
    )
    assert said("en", "review", events=events).endswith(
        "; the holidays of 2027 are not published yet: "
        "counted provisionally as Monday to Friday less public holidays"
    )
    assert "provisional" not in said("en", "review", events={"received": "2026-03-02T09:00:00+08:00"})


@pytest.mark.parametrize(
    ("found", "why"),
    [
        ("since = 'received'", "exactly one unit"),
        ("since = 'received', hours = 1, days = 1", "exactly one unit"),
        ("hours = 1", "exactly one start"),
        ("since = 'received', since_fact = 'planned_on', hours = 1", "exactly one start"),
        ("since = 'received', hours = 0", "greater than 0"),
        ("since = 'received', days = 5001", "less than or equal to 5000"),
        ("since = 'received', day_of_next_month = 32", "less than or equal to 31"),
        ("since = 'received', same_day = false", "Input should be True"),
        ("since = 'received', days = { setting = 'nothing' }", "'nothing' is not declared"),
        ("since_fact = 'nothing', days = 1", "'nothing' is not declared"),
        ("since_fact = 'urgent', days = 1", "no date or time"),
        ("since_fact = 'planned_on', hours = 1", "hours from a day"),
        ("since = 'month', days = 1", "starts a clock of days"),
        ("since = 'received', days = { setting = 'clock_start' }", "no count"),
    ],
)
def test_a_clock_that_cannot_be_meant_is_a_fault_of_the_file(found: str, why: str) -> None:
    text = TEXT.replace('{ since = "closed", years = 3 }', f"{{ {found} }}")

    with pytest.raises(BadRulebook, match=why):
        compiled(text)


@pytest.mark.parametrize(("value", "is_fault"), [(1, False), (5000, False), (0, True), (5001, True)])
def test_a_length_that_the_file_presets_is_within_the_same_bounds(value: int, is_fault: bool) -> None:
    text = TEXT.replace(
        'status = "missing", type = "count"', f'status = "interpretation", type = "count", value = {value}'
    )

    try:
        found = compiled(text).setting_values["days_to_answer"]
    except BadRulebook as refused:
        found = str(refused)

    assert (found == value) is not is_fault
    assert not is_fault or "settings.days_to_answer.value" in str(found)


def test_a_company_may_let_days_end_at_its_close_of_business() -> None:
    events = {"received": FRIDAY, "month": "2025-03", "closed": FRIDAY}
    settings = {"close_of_business": "17:30"}
    found = {one.id: one.due_at.isoformat() for one in answered(events=events, settings=settings).deadlines}

    assert found == {
        "contact": "2025-09-27T16:20:00+08:00",
        "call": "2025-09-26T17:30:00+08:00",
        "fix": "2025-10-01T17:30:00+08:00",
        "review": "2025-10-13T17:30:00+08:00",
        "answer": "2025-09-28T16:20:00+08:00",
        "keep": "2028-09-26T17:30:00+08:00",
        "summary": "2025-04-15T17:30:00+08:00",
        "late_summary": "2025-04-30T17:30:00+08:00",
        "totals": "2025-04-30T17:30:00+08:00",
    }
    assert said("zh-Hans", "fix", events=events, settings=settings) == "自“收到”次日起 5 天，末日 17:30 止"
    assert said("en", "review", events=events, settings=settings).startswith(
        "working days after “Received”: 7; until 17:30 of the last day; days off in between, not counted: 10;"
    )


@pytest.mark.parametrize(
    ("received", "until"),
    [
        ("2025-03-03T17:29:59+08:00", "2025-03-03T17:30:00+08:00"),
        ("2025-03-03T17:30:00+08:00", "2025-03-04T00:00:00+08:00"),
    ],
)
def test_what_arrives_after_the_close_of_its_own_day_has_until_midnight(received: str, until: str) -> None:
    answer = answered(events={"received": received}, settings={"close_of_business": "17:30"})

    assert next(one for one in answer.deadlines if one.id == "call").due_at.isoformat() == until


def test_midnight_is_a_close_of_business_too() -> None:
    at_midnight = answered(events={"received": FRIDAY}, settings={"close_of_business": "24:00"})

    assert at_midnight.deadlines == answered(events={"received": FRIDAY}).deadlines


@pytest.mark.parametrize("closing", ["00:00", "24:01", "17:60", "17.30", "5pm", 1730])
def test_what_is_no_time_of_day_is_refused(closing: object) -> None:
    with pytest.raises(BadRequest, match="allowed is a time of day HH:MM from 00:01 to 24:00"):
        answered(settings={"close_of_business": closing})


def test_where_no_clock_ends_with_a_day_there_is_no_close_of_business_to_set() -> None:
    with pytest.raises(BadRequest, match=r"settings\.close_of_business: is not a known key"):
        assess(
            {"occurred_on": "2025-03-03", "settings": {"close_of_business": "17:30"}},
            rulebook("incident-investigation-24h", date(2025, 3, 3)),
        )


@given(UNITS, st.integers(1, 31), STARTS, st.integers(1, 1440))
def test_a_deadline_never_precedes_its_start(unit: str, length: int, start: datetime, minute: int) -> None:
    length = 0 if unit == "same_day" else length
    calendar = Calendar(CHINA.zone, CHINA.working_days, minute)

    assert start < due_at(unit, length, start, calendar) <= due_at(unit, length, start, CHINA)


@given(st.sampled_from(["hours", "days", "working_days", "years"]), st.integers(1, 60), STARTS)
def test_one_more_of_a_unit_is_due_later(unit: str, length: int, start: datetime) -> None:
    assert due_at(unit, length, start, CHINA) < due_at(unit, length + 1, start, CHINA)


@given(UNITS, st.integers(1, 31), STARTS, st.timedeltas(timedelta(), timedelta(days=40)))
def test_what_starts_later_is_never_due_earlier(
    unit: str, length: int, start: datetime, later: timedelta
) -> None:
    length = 0 if unit == "same_day" else length

    assert due_at(unit, length, start, CHINA) <= due_at(unit, length, start + later, CHINA)


@given(st.sampled_from(["days", "working_days", "years", "same_day"]), st.integers(1, 31), STARTS)
def test_the_hour_of_the_start_does_not_move_a_deadline_of_days(
    unit: str, length: int, start: datetime
) -> None:
    length = 0 if unit == "same_day" else length
    morning = CHINA.begin(CHINA.day(start))

    assert due_at(unit, length, start, CHINA) == due_at(unit, length, morning, CHINA)


def test_hours_run_on_through_a_change_of_the_clocks() -> None:
    berlin = ZoneInfo("Europe/Berlin")
    calendar = Calendar(berlin, working_days())
    start = datetime(2025, 3, 29, 12, 0, tzinfo=berlin)

    assert due_at("hours", 24, start, calendar) == datetime(2025, 3, 30, 13, 0, tzinfo=berlin)
    assert calendar.end(date(2025, 3, 30), start).isoformat() == "2025-03-31T00:00:00+02:00"


def test_what_is_due_at_a_time_is_due_at_that_very_instant() -> None:
    facts = {"wanted_at": "2025-03-03T09:30:00+08:00"}

    assert [one.due_at.isoformat() for one in answered(facts=facts).deadlines] == [facts["wanted_at"]]
    assert "Wanted at" in said("en", "arrive", facts=facts)
    assert "要求到达时间" in said("zh-Hans", "arrive", facts=facts)


def test_a_start_gives_way_to_the_event_that_stands_before_it() -> None:
    sheet, back = "2025-03-03T10:00:00+08:00", "2025-03-05T10:00:00+08:00"

    assert due(sheet=sheet) == {"study": "2025-03-19T00:00:00+08:00"}
    assert due(sheet=sheet, back=back) == {"study": "2025-03-21T00:00:00+08:00"}
