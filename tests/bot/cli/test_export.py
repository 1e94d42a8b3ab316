"""`gongdao export` from a terminal."""

import json
import zipfile
from collections.abc import AsyncIterator, Sequence
from datetime import timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from bot.exporting import writing
from bot.exporting.reading import Row
from bot.storage.unit_of_work import SqlUnitOfWork
from core.model.evidence import Evidence, Holder, Kind, Storing
from core.model.money import Money
from core.model.notice import Notice
from core.model.party import Statement
from core.payroll.batch import BatchLine, SealedWage
from tests.bot.cli.desk import Desk
from tests.make import NOW, case

FORMULA = '=HYPERLINK("http://example.org")'


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path / "company").with_staff().filled(_fill)


async def _fill(uow: SqlUnitOfWork) -> None:
    await uow.cases.add(case(site="main", customer=FORMULA, facts={"a": 1}))
    later = NOW + timedelta(days=40)
    await uow.cases.add(case(number="250412", site="main", registered_at=later, happened="漏" * 33_000))
    await uow.notices.add(
        Notice(number="250303-1", case_id=1, version=1, person_id=1, amount=Money(50050), issued_at=NOW)
    )
    await uow.statements.add(Statement(case_id=2, person_id=1, text="不是我", said_at=NOW))
    await uow.evidence.add(
        Evidence(
            holder=Holder.CASE, holder_id=1, kind=Kind.PHOTO, storing=Storing.STORED, sha256="a" * 64,
            file_id="secret-file-id", chat_id=1001, message_id=7, received_by=1, received_at=NOW,
        )
    )  # fmt: skip
    await uow.wages.add(SealedWage(batch_id=1, person_id=1, sealed="sealed-wage", erase_on=NOW.date()))
    for notice_id in (0, 1):
        await uow.batch_lines.add(
            BatchLine(
                batch_id=1, person_id=1, case_id=notice_id, notice_id=notice_id, clause="5.1",
                owed=Money(7), amount=Money(7),
            )
        )  # fmt: skip


def lines(place: Path, kind: str) -> Sequence[dict[str, object]]:
    return [json.loads(line) for line in (place / f"{kind}.jsonl").read_text("utf-8").splitlines()]


def test_everything_comes_as_json_lines_with_hashes(desk: Desk, tmp_path: Path) -> None:
    place = tmp_path / "out"

    result = desk.run("export", "--json", str(place))

    assert result.exit_code == 0, result.output
    assert "sealed" in result.stdout
    assert [one["number"] for one in lines(place, "cases")] == ["250303", "250412"]
    first = lines(place, "cases")[0]
    assert (first["facts"], first["occurred_on"], first["is_occurred_known"]) == (
        {"a": 1},
        "2025-03-03",
        True,
    )
    assert first["registered_at"] == "2025-03-03T00:12:00+00:00"
    assert lines(place, "notices")[0]["amount"] == "500.50"
    manifest = json.loads((place / "manifest.json").read_text())
    for kind in manifest["kinds"]:
        content = (place / kind["file"]).read_bytes()
        assert (sha256(content).hexdigest(), len(content)) == (kind["sha256"], kind["size"])
        assert content.count(b"\n") == kind["rows"]
    assert "wages" in manifest["sealed_and_left_out"]


def test_nothing_sealed_and_no_way_into_a_chat_is_in_it(desk: Desk, tmp_path: Path) -> None:
    place = tmp_path / "out"
    desk.run("export", "--json", str(place))

    text = "".join(file.read_text("utf-8") for file in place.iterdir())

    assert "sealed-wage" not in text
    assert "secret-file-id" not in text
    assert "chat_id" not in text
    assert [one["notice_id"] for one in lines(place, "batch_lines")] == [1]
    assert lines(place, "evidence")[0]["sha256"] == "a" * 64


def test_that_it_was_exported_is_in_the_log_and_in_the_export(desk: Desk, tmp_path: Path) -> None:
    desk.run("export", "--json", str(tmp_path / "out"), "--since", "2025-01-01")
    desk.run("export", "--json", str(tmp_path / "again"))

    exported = [one for one in lines(tmp_path / "again", "log") if one["act"] == "everything_exported"]

    assert [one["facts"] for one in exported] == [
        {"json": True, "since": "2025-01-01", "site": None, "until": None, "xlsx": False},
        {"json": True, "since": None, "site": None, "until": None, "xlsx": False},
    ]


def test_a_part_has_its_cases_and_what_belongs_to_them(desk: Desk, tmp_path: Path) -> None:
    place = tmp_path / "march.zip"

    result = desk.run(
        "export", "--json", str(place), "--since", "2025-03-03", "--until", "2025-03-03", "--site", "main"
    )

    assert result.exit_code == 0, result.output
    with zipfile.ZipFile(place) as packed:
        packed.extractall(tmp_path / "march")
    march = tmp_path / "march"
    assert [one["number"] for one in lines(march, "cases")] == ["250303"]
    assert lines(march, "statements") == []
    assert len(lines(march, "persons")) == 2
    manifest = json.loads((march / "manifest.json").read_text())
    assert manifest["part"] == {"since": "2025-03-03", "until": "2025-03-03", "site": "main"}
    assert "batches" in manifest["of_other_cases_and_left_out"]


def test_the_workbook_has_real_numbers_and_no_formulas(desk: Desk, tmp_path: Path) -> None:
    place = tmp_path / "out.xlsx"

    result = desk.run("export", "--xlsx", str(place), lang="zh-Hans")

    assert result.exit_code == 0, result.output
    first, second = rows(place, "案件")
    assert (first["customer"].value, first["customer"].data_type) == (FORMULA, "s")
    assert first["occurred_on"].is_date
    assert first["facts"].value == '{"a": 1}'
    assert str(second["happened"].value).endswith("漏…")
    amount = rows(place, "通知")[0]["amount"]
    assert (amount.value, amount.data_type) == (500.5, "n")


def rows(place: Path, sheet: str) -> list[dict[str, Any]]:
    heading, *found = load_workbook(place)[sheet].iter_rows()
    names = [str(cell.value) for cell in heading]
    return [dict(zip(names, row, strict=True)) for row in found]


async def none_at_all() -> AsyncIterator[Row]:
    for row in tuple[Row, ...]():
        yield row


async def test_a_kind_that_no_sheet_holds_is_refused_by_its_name(tmp_path: Path) -> None:
    listed = writing.Listed("log", ("seq",), writing.MOST_ROWS + 1, none_at_all)

    with pytest.raises(writing.TooManyRows) as refused:
        await writing.write_workbook([listed], {"log": "Log"}, tmp_path / "out.xlsx")

    assert refused.value.name == "log"


def test_what_an_export_left_that_was_cut_off_does_not_stand_in_the_way(desk: Desk) -> None:
    place = desk.folder / "out"
    desk.run("export", "--json", str(place))
    (place / "manifest.json").rename(place / "manifest.json.x1.part")
    (place / "cases.jsonl").write_text("half a li", "utf-8")

    again = desk.run("export", "--json", str(place))
    third = desk.run("export", "--json", str(place))

    assert again.exit_code == 0, again.output
    assert [line["id"] for line in lines(place, "cases")] == [1, 2]
    assert [file.name for file in place.iterdir() if file.suffix != ".jsonl"] == ["manifest.json"]
    assert third.exit_code == 2


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "did not say where to"),
        (("--json", "{folder}"), "is not empty"),
        (("--json", "{folder}/gongdao.toml/out"), "Cannot write"),
        (("--xlsx", "{folder}/absent/out.xlsx"), "Cannot write"),
        (("--xlsx", "{folder}/o.xlsx", "--since", "2025-03-03", "--until", "2025-03-02"), "before --since"),
        (("--xlsx", "{folder}/o.xlsx", "--site", "moon"), "no site moon"),
        (("--xlsx", "{folder}/o.xlsx", "--since", "March"), "there is no “March”; write it like 2025-03-01"),
    ],
)
def test_what_cannot_be_done_is_refused_in_words(desk: Desk, words: Sequence[str], said: str) -> None:
    result = desk.run("export", *(word.format(folder=desk.folder) for word in words))

    assert result.exit_code == 2
    assert said in result.stderr
