from datetime import UTC, date, datetime

import pytest

from bot.working_days import working_days
from core.model.calendar_row import CalendarRow
from core.rules.deadline.calendar_rows import calendar_years
from core.rules.deadline.imported_calendar import with_imported

NOW = datetime(2026, 11, 21, tzinfo=UTC)
FIXED = ("2027-01-01", "2027-05-01", "2027-05-02", "2027-10-01", "2027-10-02", "2027-10-03")
WHOLE = tuple(CalendarRow(where=str(line), day=day, kind="休") for line, day in enumerate(FIXED, 2))


def row(day: str, kind: str = "off", site: str = "") -> CalendarRow:
    return CalendarRow(where="9", day=day, kind=kind, site=site, source="通知")


def faults(*rows: CalendarRow) -> list[tuple[str, str, str]]:
    _, found = calendar_years(rows, {"suzhou"}, working_days(), NOW)
    return [(one.where, one.what, one.found) for one in found]


def test_a_year_for_every_site_is_published_by_its_list_and_a_site_adds_its_own_days() -> None:
    rows = (*WHOLE, row("2027-10-09", "班"), row("2027-11-11", site="suzhou"))

    years, found = calendar_years(rows, {"suzhou"}, working_days(), NOW)
    everywhere = with_imported(working_days(), [year for year in years if not year.site])
    suzhou = with_imported(working_days(), years)

    assert found == ()
    assert [(year.site, year.year, year.source) for year in years] == [
        ("", 2027, "通知"),
        ("suzhou", 2027, "通知"),
    ]
    assert everywhere.provisional_years(date(2026, 12, 1), date(2027, 12, 1)) == ()
    assert everywhere.is_worked(date(2027, 10, 9))
    assert (everywhere.is_worked(date(2027, 11, 11)), suzhou.is_worked(date(2027, 11, 11))) == (True, False)
    assert len({working_days().version, everywhere.version, suzhou.version}) == 3
    assert everywhere.is_worked(date(2026, 10, 10)) == working_days().is_worked(date(2026, 10, 10))


def test_a_site_may_work_on_a_holiday_of_all_others() -> None:
    years, found = calendar_years([row("2026-10-05", "worked", "suzhou")], {"suzhou"}, working_days(), NOW)

    assert found == ()
    assert with_imported(working_days(), years).is_worked(date(2026, 10, 5))
    assert years[0].year == 2026


@pytest.mark.parametrize(
    ("bad", "what", "named"),
    [
        (row("2027-02-30"), "calendar_day", "2027-02-30"),
        (row("20270201"), "calendar_day", "20270201"),
        (row("2027-02-01", "maybe"), "calendar_kind", "maybe"),
        (row("2027-02-01", "off", "mars"), "calendar_site", "mars"),
        (row("2027-10-01"), "calendar_twice", "2027-10-01"),
        (row("2027-02-01", "worked"), "calendar_weekday", "2027-02-01"),
    ],
)
def test_every_bad_line_is_named(bad: CalendarRow, what: str, named: str) -> None:
    assert faults(*WHOLE, bad) == [("9", what, named)]


def test_half_a_list_does_not_count_as_a_year() -> None:
    assert faults(*WHOLE[:4]) == [("2027", "calendar_incomplete", "2027-10-02, 2027-10-03")]


def test_an_empty_file_is_said_to_be_empty() -> None:
    assert faults() == [("1", "calendar_empty", "")]
