"""`gongdao calendar import`: whole or nothing, every bad line named, in both languages."""

from pathlib import Path

import pytest

from tests.bot.cli.desk import Desk

HEADER = "日期,安排,厂区,说明\n"
WHOLE = "".join(f"2027-{day},休,,通知\n" for day in ("01-01", "05-01", "05-02", "10-01", "10-02", "10-03"))


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


@pytest.mark.parametrize(
    ("lang", "said"), [("en", "2027 was taken: 6 days off"), ("zh-Hans", "已读入 2027 年：休息 6 天")]
)
def test_a_clean_file_is_taken(desk: Desk, lang: str, said: str) -> None:
    result = desk.run("calendar", "import", desk.file("2027.csv", HEADER + WHOLE), lang=lang)

    assert (result.exit_code, result.stderr) == (0, "")
    assert said in result.stdout


@pytest.mark.parametrize(
    ("lang", "said"), [("en", "3 to put right; not one day was taken"), ("zh-Hans", "有 3 处要改")]
)
def test_every_bad_line_is_named_and_nothing_is_taken(desk: Desk, lang: str, said: str) -> None:
    bad = "2027-13-01,休,,\n2027-02-01,也许,,\n2027-02-02,休,火星,\n"

    result = desk.run("calendar", "import", desk.file("2027.csv", HEADER + WHOLE + bad), lang=lang)

    assert result.exit_code == 2
    for line, found in ((8, "2027-13-01"), (9, "也许"), (10, "火星")):
        assert any(one.startswith(str(line)) and found in one for one in result.stderr.splitlines())
    assert said in result.stderr
    assert result.stdout == ""


def test_a_file_that_is_not_there_is_named(desk: Desk) -> None:
    result = desk.run("calendar", "import", str(desk.folder / "none.csv"))

    assert result.exit_code == 2
    assert "none.csv" in result.stderr
