"""Approved editions as a start finds them: in the database, whole or named."""

import asyncio
import sqlite3
from contextlib import closing
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.cli.main import main
from bot.editions.approved import read_approved
from bot.settings import BadSettings, settings_from
from bot.storage.engine import open_database
from bot.storage.migrate import migrate
from bot.storage.unit_of_work import SqlUnitOfWork
from core.model.proposed_edition import EditionState, ProposedEdition
from tests.bot.edition_text import edition_text
from tests.make import NOW
from tests.storage.opening import units_on

SETTINGS = 'name = "恒远物流"\n[sites.suzhou]\nname = "苏州厂"\n'


async def kept(
    folder: Path, text: str, state: EditionState = EditionState.APPROVED, digest: str = ""
) -> Path:
    """A company whose database holds that edition; the configuration file."""
    (folder / "data").mkdir()
    file = folder / "gongdao.toml"
    file.write_text(SETTINGS, encoding="utf-8")
    edition = ProposedEdition(
        person_id=1,
        name="制度.toml",
        size=1,
        file_id="",
        sent_at=NOW,
        state=state,
        sha256=digest or sha256(text.encode()).hexdigest(),
        text=text,
    )
    database = open_database(folder / "data" / "gongdao.sqlite3")
    await migrate(database)
    async with units_on(database).open(NOW) as uow:
        assert isinstance(uow, SqlUnitOfWork)
        await uow.proposed_editions.add(edition)
    await database.close()
    return file


def on(file: Path, day: date) -> str:
    return settings_from(file).rulebooks_at_hand().on("logistics-liability", day).edition.edition


async def test_an_approved_edition_holds_after_a_restart_and_in_the_shell(tmp_path: Path) -> None:
    file = await kept(tmp_path, edition_text())
    assert (on(file, date(2025, 12, 31)), on(file, date(2026, 1, 1))) == ("undated", "2026")


async def test_one_that_waits_for_approval_does_not_hold(tmp_path: Path) -> None:
    file = await kept(tmp_path, edition_text(), EditionState.PROPOSED)
    assert on(file, date(2026, 1, 1)) == "undated"


@pytest.mark.parametrize(("text", "digest"), [(edition_text(), "another"), ("id = 1", "")])
async def test_a_text_that_was_changed_or_is_not_understood_is_named(
    tmp_path: Path, text: str, digest: str
) -> None:
    file = await kept(tmp_path, text, digest=digest)
    with pytest.raises(BadSettings) as refused:
        settings_from(file)
    assert {fault.where[:7] for fault in refused.value.faults} == {"制度.toml"}


def test_a_database_of_before_or_a_broken_one_has_none(tmp_path: Path) -> None:
    before, broken = tmp_path / "before", tmp_path / "broken"
    with closing(sqlite3.connect(before)) as here:
        here.execute("CREATE TABLE cases (id INTEGER)")
    broken.write_bytes(b"no database at all" * 100)
    assert [read_approved(file).books for file in (before, broken, tmp_path / "none")] == [[], [], []]


async def test_commands_list_and_compare_what_was_approved(tmp_path: Path) -> None:
    file = await kept(tmp_path, edition_text())

    listed = await asyncio.to_thread(run, file, "list")
    compared = await asyncio.to_thread(run, file, "diff", "logistics-liability")

    assert [line.split()[:3] for line in listed.splitlines() if line.startswith("logistics")] == [
        ["logistics-liability", "undated", "—"],
        ["logistics-liability", "2026", "2026-01-01"],
    ]
    assert "# logistics-liability undated → logistics-liability 2026" in compared


def run(file: Path, *arguments: str) -> str:
    result = CliRunner().invoke(main, ["--config", str(file), "rulebook", *arguments, "--lang", "en"])
    assert result.exit_code == 0, result.output
    return result.output
