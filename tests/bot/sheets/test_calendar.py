from pathlib import Path

from bot.sheets.calendar import MOST_BYTES, Rows, read_calendar_file


def read(folder: Path, name: str, text: str) -> Rows:
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return read_calendar_file(file)


def whats(rows: Rows) -> list[str]:
    return [fault.what for fault in rows[1]]


def test_a_csv_file_is_read_by_its_header_in_either_language(tmp_path: Path) -> None:
    chinese, _ = read(tmp_path, "a.csv", "日期,安排,厂区,说明\n2027-10-01,休,suzhou,国庆\n2027-10-09,班\n")
    english, _ = read(tmp_path, "b.csv", "note,Kind,Date\nNational Day,OFF,2027-10-01\n")

    assert [(one.where, one.day, one.kind, one.site, one.source) for one in chinese] == [
        ("2", "2027-10-01", "休", "suzhou", "国庆"),
        ("3", "2027-10-09", "班", "", ""),
    ]
    assert (english[0].day, english[0].kind, english[0].source) == ("2027-10-01", "off", "National Day")


def test_a_csv_file_without_its_columns_or_lines_says_so(tmp_path: Path) -> None:
    assert whats(read(tmp_path, "a.csv", "day,what\n2027-10-01,off\n")) == ["calendar_header"]
    assert read(tmp_path, "b.csv", "") == ((), ())
    assert read(tmp_path, "d.csv", "安排,日期\n休\n")[0][0].day == ""
    (tmp_path / "c.csv").write_bytes(b"\xff\xff\xfe")
    assert whats(read_calendar_file(tmp_path / "c.csv")) == ["calendar_unreadable"]


def test_a_toml_file_lists_spans_of_years_and_of_sites(tmp_path: Path) -> None:
    text = '[published.2027]\nnotice = "通知"\noff = ["12-31", "10-01..10-03"]\nworked = "10-09"\n[sites.suzhou.2027]\noff = ["11-11"]\n'

    rows, faults = read(tmp_path, "a.toml", text)

    assert faults == ()
    assert [(one.where, one.day, one.kind, one.site) for one in rows] == [
        ("published.2027.off[0]", "2027-12-31", "off", ""),
        ("published.2027.off[1]", "2027-10-01", "off", ""),
        ("published.2027.off[1]", "2027-10-02", "off", ""),
        ("published.2027.off[1]", "2027-10-03", "off", ""),
        ("published.2027.worked[0]", "2027-10-09", "worked", ""),
        ("sites.suzhou.2027.off[0]", "2027-11-11", "off", "suzhou"),
    ]
    assert {one.source for one in rows} == {"通知", ""}


def test_what_a_toml_file_says_otherwise_stays_as_it_stands_and_is_named_later(tmp_path: Path) -> None:
    text = 'other = 1\nsites = 2\n[published]\n2027 = 3\n2028 = { off = ["13-01", "02-05..02-03"] }\n'

    rows, _ = read(tmp_path, "a.toml", text)

    assert [(one.where, one.day) for one in rows] == [
        ("other", "1"),
        ("sites", "2"),
        ("published.2027", "3"),
        ("published.2028.off[0]", "13-01"),
        ("published.2028.off[1]", "02-05..02-03"),
    ]
    assert read(tmp_path, "b.toml", "published = 4\n")[0][0].day == "4"


def test_broken_and_huge_files_are_refused(tmp_path: Path) -> None:
    assert whats(read(tmp_path, "a.toml", "[published")) == ["calendar_unreadable"]
    assert whats(read(tmp_path, "a.toml", "published = " + "[" * 5000)) == ["calendar_unreadable"]
    assert whats(read(tmp_path, "b.csv", "x" * (MOST_BYTES + 1))) == ["calendar_too_big"]


def test_the_last_day_of_the_calendar_ends_a_span(tmp_path: Path) -> None:
    rows, _ = read(tmp_path, "a.toml", '[published.9999]\noff = ["12-30..12-31"]\n')

    assert [row.day for row in rows] == ["9999-12-30", "9999-12-31"]
