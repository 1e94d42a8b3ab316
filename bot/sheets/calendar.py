"""Reads a file of working days, CSV or TOML, into lines; what they mean is decided in the core."""

import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Final

from bot.sheets.cells import Cell
from bot.sheets.csv_cells import csv_lines
from core.model.calendar_row import CalendarFault, CalendarRow
from core.model.staff import StaffFault

MOST_ROWS: Final = 5000
MOST_BYTES: Final = 1_000_000
COLUMNS: Final = {
    "日期": "day",
    "date": "day",
    "安排": "kind",
    "kind": "kind",
    "厂区": "site",
    "site": "site",
    "说明": "source",
    "note": "source",
}
NEEDED: Final = ("day", "kind")

Rows = tuple[tuple[CalendarRow, ...], tuple[CalendarFault, ...]]


def read_calendar_file(file: Path) -> Rows:
    """Its lines and what could not be read at all; OSError if the file cannot be opened."""
    if file.stat().st_size > MOST_BYTES:
        return (), (CalendarFault(where="1", what="calendar_too_big", found=str(MOST_BYTES)),)
    if file.suffix.lower() == ".toml":
        return _from_toml(file)
    return _from_csv(file)


def _from_csv(file: Path) -> Rows:
    lines = csv_lines(file, MOST_ROWS)
    if isinstance(lines, StaffFault):
        return (), (CalendarFault(where=str(lines.line), what="calendar_unreadable", found=lines.found),)
    if not lines:
        return (), ()
    header = [COLUMNS.get(cell.text.strip().lower(), "") for cell in lines[0][1]]
    missing = [name for name in NEEDED if name not in header]
    if missing:
        said = ", ".join(cell.text for cell in lines[0][1])
        return (), (CalendarFault(where="1", what="calendar_header", found=said),)
    return tuple(_row(line, header, cells) for line, cells in lines[1:]), ()


def _row(line: int, header: list[str], cells: list[Cell]) -> CalendarRow:
    named = {name: cell.text for name, cell in zip(header, cells, strict=False) if name}
    return CalendarRow(
        where=str(line),
        day=named.get("day", ""),
        kind=named.get("kind", "").lower(),
        site=named.get("site", ""),
        source=named.get("source", ""),
    )


def _from_toml(file: Path) -> Rows:
    try:
        text = tomllib.loads(file.read_text("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        return (), (CalendarFault(where="1", what="calendar_unreadable", found=str(error)),)
    return tuple(_rows_of_toml(text)), ()


def _rows_of_toml(text: Mapping[str, object]) -> Iterator[CalendarRow]:
    """`[published.2027]` for every site, `[sites.suzhou.2027]` for one; whatever else stands there is a bad line."""
    for chapter, years in text.items():
        if chapter == "published":
            yield from _years("published", "", years)
        elif chapter == "sites" and isinstance(years, dict):
            for site, of_site in years.items():
                yield from _years(f"sites.{site}", site, of_site)
        else:
            yield CalendarRow(where=chapter, day=str(years), kind=chapter)


def _years(where: str, site: str, years: object) -> Iterator[CalendarRow]:
    if not isinstance(years, dict):
        yield CalendarRow(where=where, day=str(years), kind="")
        return
    for year, entry in years.items():
        path = f"{where}.{year}"
        if not isinstance(entry, dict):
            yield CalendarRow(where=path, day=str(entry), kind="", site=site)
            continue
        notice = str(entry.get("notice", ""))
        for kind, spans in entry.items():
            if kind != "notice":
                yield from _spans(
                    f"{path}.{kind}",
                    CalendarRow(where=year, day="", kind=kind, site=site, source=notice),
                    spans,
                )


def _spans(path: str, of: CalendarRow, spans: object) -> Iterator[CalendarRow]:
    listed = spans if isinstance(spans, list) else [spans]
    for place, span in enumerate(listed):
        for day in _days(of.where, str(span)):
            yield CalendarRow(where=f"{path}[{place}]", day=day, kind=of.kind, site=of.site, source=of.source)


def _days(year: str, span: str) -> Iterator[str]:
    """Each day of `01-28` or `01-28..02-04`; as it stands where it is neither."""
    first, _, last = span.partition("..")
    try:
        day, end = date.fromisoformat(f"{year}-{first}"), date.fromisoformat(f"{year}-{last or first}")
    except ValueError:
        yield span
        return
    if end < day:
        yield span
    for number in range(day.toordinal(), end.toordinal() + 1):
        yield date.fromordinal(number).isoformat()
