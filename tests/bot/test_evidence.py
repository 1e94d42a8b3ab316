"""Evidence is fetched whole, kept by its content, and what cannot be had is said."""

import hashlib
import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from bot.evidence.folder import EvidenceFolder
from tests.bot.office import Office

STATES = "SELECT storing FROM evidence ORDER BY id"


async def test_a_file_is_kept_under_the_hash_of_its_content(office: Office) -> None:
    zhang = await office.hires("E17")
    async with office.open():
        await zhang.sends_file(b"%PDF-1.4 the report", kind="document", name="report.pdf")
        await office.until(STATES, ("stored",))

    sha256 = hashlib.sha256(b"%PDF-1.4 the report").hexdigest()
    assert await office.rows("SELECT sha256, size FROM evidence") == [(sha256, 19)]
    kept = office.folder / "evidence" / sha256[:2] / sha256
    assert kept.read_bytes() == b"%PDF-1.4 the report"


async def test_the_log_vouches_for_what_was_kept(office: Office) -> None:
    zhang = await office.hires("E17")
    async with office.open():
        await zhang.sends_file(b"the report", kind="document", name="report.pdf")
        await office.until(STATES, ("stored",))

    sha256 = hashlib.sha256(b"the report").hexdigest()
    ((facts,),) = await office.rows("SELECT facts FROM log WHERE act = 'evidence_stored'")
    assert json.loads(facts) == {"evidence": 1, "sha256": sha256, "size": 10}


async def test_the_same_file_twice_is_kept_once(office: Office) -> None:
    zhang = await office.hires("E17")
    async with office.open():
        for _ in range(2):
            await zhang.sends_file(b"same", kind="document", name="same.txt")
        await office.until(STATES, ("stored",), ("stored",))

    assert len([path for path in (office.folder / "evidence").rglob("*") if path.is_file()]) == 1


def test_one_content_stored_by_many_at_once_is_kept_once(tmp_path: Path) -> None:
    folder = EvidenceFolder(tmp_path)

    with ThreadPoolExecutor(8) as pool:
        kept = set(pool.map(folder.keep, [b"same"] * 200))

    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == list(kept)


async def test_a_fetch_that_fails_is_tried_again(office: Office) -> None:
    zhang = await office.hires("E17")
    await office.sandbox.makes_trouble(502, method="getFile", times=1)
    async with office.open():
        await zhang.sends_file(b"content", kind="document", name="a.txt")
        await office.until(STATES, ("stored",))

    assert await office.rows("SELECT tries FROM evidence") == [(1,)]


async def test_a_file_over_the_limit_is_known_as_too_big(office: Office) -> None:
    zhang = await office.hires("E17")
    async with office.open():
        await zhang.sends_file(21 * 1024 * 1024, kind="document", name="film.mp4")
        await office.until(STATES, ("too_big",))


async def test_what_was_left_to_fetch_is_fetched_after_a_start_or_known_as_missing(office: Office) -> None:
    zhang = await office.hires("E17")
    async with office.open():
        for _ in range(2):
            await zhang.sends_file(b"content", kind="document", name="a.txt")
        await office.until(STATES, ("stored",), ("stored",))
    async with office.units.database.writing() as connection:
        await connection.exec_driver_sql("UPDATE evidence SET storing = 'to_fetch', sha256 = ''")
        await connection.exec_driver_sql("UPDATE evidence SET file_id = 'unknown' WHERE id = 2")

    async with office.open():
        await office.until(STATES, ("stored",), ("missing",))


@pytest.mark.parametrize("content", [b"", b"x", b"y" * 100_000])
def test_a_kept_file_is_whole_and_leaves_nothing_unfinished(tmp_path: Path, content: bytes) -> None:
    folder = EvidenceFolder(tmp_path)

    sha256 = folder.keep(content)

    assert folder.keep(content) == sha256
    assert folder.path(sha256).read_bytes() == content
    assert list(tmp_path.rglob("*.part")) == []
