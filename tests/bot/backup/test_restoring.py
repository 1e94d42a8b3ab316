"""A backup is put back onto an empty folder with the same log and evidence, or said to be what it is."""

import pytest

from bot.backup.fault import BackupFault
from bot.backup.place import BackupPlace
from bot.backup.restoring import is_underway
from bot.evidence.folder import EvidenceFolder
from tests.bot.backup.company import Company, log_fault


async def test_an_empty_folder_has_the_same_head_and_all_evidence_afterwards(company: Company) -> None:
    await company.logs("one", "two", "three")
    photo = await company.receives(b"a photo")
    taken = company.backs_up()
    await company.logs("later")

    restored = company.restores()

    assert (restored.manifest, restored.damaged) == (taken.manifest, ())
    assert await log_fault(company.elsewhere, taken.manifest.head) is None
    assert EvidenceFolder(company.elsewhere.parent / "evidence").path(photo).read_bytes() == b"a photo"
    assert not is_underway(company.elsewhere.parent)


async def test_an_earlier_backup_can_be_named(company: Company) -> None:
    first = company.backs_up()
    await company.logs("one")
    company.backs_up()

    assert company.restores(first.name).manifest.rows == 0


async def test_a_folder_with_anything_in_it_is_refused_and_left_alone(company: Company) -> None:
    company.backs_up()
    company.elsewhere.parent.mkdir()
    company.elsewhere.write_bytes(b"another company")

    with pytest.raises(BackupFault) as refused:
        company.restores()

    assert refused.value.what == "restore_not_empty"
    assert company.elsewhere.read_bytes() == b"another company"


async def test_a_damaged_database_is_refused(company: Company) -> None:
    taken = company.backs_up()
    copy = BackupPlace(company.backups).database(taken.name)
    content = bytearray(copy.read_bytes())
    content[-1] ^= 1
    copy.write_bytes(content)

    with pytest.raises(BackupFault) as refused:
        company.restores()

    assert refused.value.what == "restore_database"
    assert not company.elsewhere.exists()
    assert is_underway(company.elsewhere.parent)


async def test_a_head_that_is_not_the_manifests_is_refused(company: Company) -> None:
    await company.logs("one")
    taken = company.backs_up()
    file = company.backups / "backups" / taken.name / "manifest.json"
    file.write_text(file.read_text().replace(taken.manifest.head, "0" * 64))

    with pytest.raises(BackupFault) as refused:
        company.restores()

    assert refused.value.what == "restore_head"


async def test_a_restore_that_was_cut_off_begins_anew(company: Company) -> None:
    photo = await company.receives(b"a photo")
    company.backs_up()
    data = company.elsewhere.parent
    half = EvidenceFolder(data / "evidence").path(photo)
    half.parent.mkdir(parents=True)
    half.write_bytes(b"A PHOTO")
    (data / "restoring").touch()
    (data / "gongdao.part").write_bytes(b"half")

    restored = company.restores()

    assert restored.damaged == ()
    assert half.read_bytes() == b"a photo"
    assert sorted(path.name for path in data.iterdir()) == ["evidence", "gongdao.lock", "gongdao.sqlite3"]


async def test_damaged_evidence_is_named_and_everything_else_put_back(company: Company) -> None:
    rotten, good = await company.receives(b"rotten"), await company.receives(b"good")
    company.backs_up()
    place = BackupPlace(company.backups)
    place.evidence.path(rotten).write_bytes(b"ROTTEN")

    restored = company.restores()

    assert restored.damaged == (place.evidence.path(rotten),)
    kept = EvidenceFolder(company.elsewhere.parent / "evidence")
    assert kept.path(good).exists()
    assert not kept.path(rotten).exists()


@pytest.mark.parametrize(("name", "what"), [("", "restore_none"), ("yesterday", "restore_unknown")])
async def test_a_backup_that_is_not_there_is_said(company: Company, name: str, what: str) -> None:
    if name:
        company.backs_up()

    with pytest.raises(BackupFault) as refused:
        company.restores(name)

    assert refused.value.what == what
