"""Backups are whole or not there, cost what is new, and never push out what came before something was wrong."""

import fcntl
import sqlite3
from contextlib import closing

import pytest

from bot.backup.fault import BackupFault
from bot.backup.last import last_backup
from bot.backup.place import BackupPlace
from bot.backup.taking import Wish, take_backup
from bot.evidence.folder import EvidenceFolder
from core.model.evidence import Storing
from core.model.tip import TipPiece
from tests.bot.backup.company import Company
from tests.make import NOW


async def test_a_backup_names_the_head_of_the_log_and_every_file(company: Company) -> None:
    await company.logs("one", "two")
    photo = await company.receives(b"a photo")

    taken = company.backs_up()

    manifest = BackupPlace(company.backups).manifest(taken.name)
    assert manifest == taken.manifest
    assert (manifest.rows, [file.sha256 for file in manifest.evidence]) == (2, [photo])
    assert len(manifest.head) == 64
    assert taken.is_clean


async def test_only_new_evidence_is_copied(company: Company) -> None:
    await company.receives(b"first")
    first = company.backs_up()
    await company.receives(b"second")

    second = company.backs_up()

    assert (first.copied, second.copied) == (1, 1)
    assert len(second.manifest.evidence) == 2


async def test_a_row_is_in_the_copy_though_it_is_still_in_the_write_ahead_log(company: Company) -> None:
    await company.logs("one")

    taken = company.backs_up()

    assert (company.data / "gongdao.sqlite3-wal").stat().st_size > 0
    copy = BackupPlace(company.backups).database(taken.name)
    assert [path.name for path in copy.parent.iterdir() if path.name.startswith(copy.name)] == [copy.name]
    with closing(sqlite3.connect(copy)) as database:
        assert database.execute("SELECT count(*) FROM log").fetchone() == (1,)


async def test_old_backups_go_and_so_does_evidence_that_none_needs(company: Company) -> None:
    erased = await company.receives(b"erased later")
    company.backs_up(keep=2)
    async with company.units.open(NOW) as uow:
        await uow.connection.exec_driver_sql("DELETE FROM evidence")
    await company.receives(b"kept")
    first, second = company.backs_up(keep=2), company.backs_up(keep=2)

    place = BackupPlace(company.backups)
    assert place.names() == [first.name, second.name]
    assert not place.evidence.path(erased).exists()
    assert place.evidence.path(second.manifest.evidence[0].sha256).exists()


async def test_a_backup_whose_manifest_cannot_be_read_keeps_all_evidence(company: Company) -> None:
    piece = await company.receives(b"needed by a backup that cannot say so")
    company.backs_up()
    damaged = company.backs_up()
    (company.backups / "backups" / damaged.name / "manifest.json").write_text("{}")
    async with company.units.open(NOW) as uow:
        await uow.connection.exec_driver_sql("DELETE FROM evidence")

    company.backs_up(keep=2)

    assert BackupPlace(company.backups).evidence.path(piece).exists()


async def test_evidence_that_is_missing_or_changed_is_named_and_nothing_old_is_removed(
    company: Company,
) -> None:
    gone, changed = await company.receives(b"gone"), await company.receives(b"changed")
    company.file(gone).unlink()
    company.file(changed).write_bytes(b"CHANGED")

    taken = [company.backs_up(keep=1) for _ in range(2)]

    assert set(taken[0].manifest.missing) == {gone, changed}
    assert not taken[0].is_clean
    assert len(BackupPlace(company.backups).names()) == 2


async def test_a_log_that_lost_its_tail_is_noticed_and_nothing_old_is_removed(company: Company) -> None:
    await company.logs("one", "two")
    company.backs_up(keep=1)
    async with company.units.open(NOW) as uow:
        await uow.connection.exec_driver_sql("DROP TRIGGER log_forbids_delete")
        await uow.connection.exec_driver_sql("DELETE FROM log_words WHERE seq = 2")
        await uow.connection.exec_driver_sql("DELETE FROM log WHERE seq = 2")
    await company.logs("another two")

    taken = company.backs_up(keep=1)

    assert not taken.continues
    assert len(BackupPlace(company.backups).names()) == 2


async def test_what_rotted_in_the_backup_is_copied_again_when_asked(company: Company) -> None:
    piece = await company.receives(b"a photo")
    company.backs_up()
    copy = BackupPlace(company.backups).evidence.path(piece)
    copy.write_bytes(b"A PHOTO")

    trusting, proving = company.backs_up(), company.backs_up(proving=True)

    assert (trusting.copied, proving.copied) == (0, 1)
    assert copy.read_bytes() == b"a photo"


async def test_what_a_backup_that_was_cut_off_left_is_taken_away(company: Company) -> None:
    piece = await company.receives(b"a photo")
    whole = company.backs_up()
    left = company.backups / "backups" / "new.part"
    left.mkdir()
    (left / "gongdao.sqlite3").write_bytes(b"half")
    half = BackupPlace(company.backups).evidence.path(piece).with_suffix(".part")
    half.write_bytes(b"half")

    assert BackupPlace(company.backups).names() == [whole.name]
    company.backs_up()

    assert not left.exists()
    assert not half.exists()


async def test_the_last_backup_is_noted_beside_the_database(company: Company) -> None:
    assert last_backup(company.data) is None

    taken = company.backs_up()

    noted = last_backup(company.data)
    assert noted is not None
    assert (noted.taken_at, noted.head) == (NOW, taken.manifest.head)
    assert noted.folder == str(company.backups)


async def test_a_folder_of_something_else_is_left_alone(company: Company) -> None:
    company.backups.mkdir()
    (company.backups / "holiday.jpg").write_bytes(b"mine")

    with pytest.raises(BackupFault) as refused:
        company.backs_up()

    assert refused.value.what == "backup_not_ours"
    assert [path.name for path in company.backups.iterdir()] == ["holiday.jpg"]


async def test_a_backup_within_the_data_folder_is_refused(company: Company) -> None:
    with pytest.raises(BackupFault) as refused:
        take_backup(company.database, company.data / "backups", NOW, Wish())

    assert refused.value.what == "backup_inside"


async def test_two_backups_to_one_folder_do_not_mix(company: Company) -> None:
    company.backs_up()
    with (company.backups / "lock").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with pytest.raises(BackupFault) as refused:
            company.backs_up()

    assert refused.value.what == "backup_busy"


async def test_backups_are_readable_by_us_alone(company: Company) -> None:
    await company.receives(b"a photo")
    company.backs_up()

    open_to_others = [
        path
        for path in company.backups.rglob("*")
        if path.is_file() and path.name != "lock" and path.stat().st_mode & 0o077
    ]
    assert open_to_others == []
    assert company.backups.stat().st_mode & 0o077 == 0


async def test_the_sealed_files_of_tips_are_taken_along(company: Company) -> None:
    sealed = EvidenceFolder(company.data / "evidence").keep(b"sealed bytes")
    async with company.units.open(NOW) as uow:
        piece = TipPiece(tip_id=1, sealed="", storing=Storing.STORED, sha256=sealed, size=12, received_at=NOW)
        await uow.tip_pieces.add(piece)

    taken = company.backs_up()

    assert [file.sha256 for file in taken.manifest.evidence] == [sealed]
    assert taken.copied == 1
