"""`gongdao audit verify` says that all is as it was, or which row and which file is not."""

from pathlib import Path

import pytest

from bot.evidence.beside import evidence_beside
from bot.evidence.folder import EvidenceFolder
from bot.storage.unit_of_work import SqlUnitOfWork
from core.model.evidence import Evidence, Holder, Kind, Storing
from core.model.log import LogRow
from tests.bot.cli.desk import Desk
from tests.make import NOW

# a piece that is the first one again, put in by hand
COPIED = (
    "CREATE TABLE one AS SELECT * FROM evidence WHERE id = 1;"
    "UPDATE one SET id = 9, holder = {holder}, holder_id = {holder_id};"
    "INSERT INTO evidence SELECT * FROM one; DROP TABLE one"
)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path / "company").with_staff().filled(_fill)


def test_all_as_it_was_ends_with_0(desk: Desk) -> None:
    result = desk.run("audit", "verify")

    assert result.exit_code == 0, result.output
    assert "Evidence: 2 files" in result.stdout
    assert "Everything fits" in result.stdout


@pytest.mark.parametrize(
    ("tampering", "said"),
    [
        ("UPDATE log SET act = 'x' WHERE seq = 2", "日志：第 2 行写入后被修改过"),
        ("DELETE FROM log WHERE seq = 2", "日志：第 2 行缺失"),
        ("UPDATE evidence SET sha256 = 'x' WHERE id = 1", "证据 1《photo1》：被换成了别的文件"),
        ("DELETE FROM evidence WHERE id = 2", "证据 2：日志记着保存过"),
        (COPIED.format(holder="'case'", holder_id=1), "证据 9《photo1》：日志里没有它的记录"),
        (COPIED.format(holder="'paper'", holder_id=1), "证据 9《photo1》：日志里没有它的记录"),
    ],
)
def test_what_was_tampered_with_is_named(desk: Desk, tampering: str, said: str) -> None:
    _tamper(desk, tampering)

    result = desk.run("audit", "verify", lang="zh-Hans")

    assert result.exit_code == 1
    assert said in result.stdout


def test_files_that_are_gone_or_changed_are_named(desk: Desk) -> None:
    first, second = (path for path in sorted(desk.folder.rglob("evidence/*/*")))
    first.unlink()
    second.write_bytes(b"other")

    result = desk.run("audit", "verify")

    assert result.exit_code == 1
    assert f"the file {first.name} is gone" in result.stdout
    assert f"the file {second.name} was changed" in result.stdout
    assert "2 faults" in result.stdout


def test_papers_that_were_given_out_are_in_the_log_and_reports_need_not_be(desk: Desk) -> None:
    desk.filled(_give_out)

    sound = desk.run("audit", "verify")
    _tamper(desk, "DELETE FROM evidence WHERE name = 'notice'")
    taken_out = desk.run("audit", "verify")

    assert sound.exit_code == 0, sound.output
    assert "the database no longer has the piece" in taken_out.stdout


def test_a_file_of_nothing_is_shown_and_is_no_fault(desk: Desk) -> None:
    stray = EvidenceFolder(desk.folder / "data" / "evidence").keep(b"begun and never noted")

    result = desk.run("audit", "verify")

    assert result.exit_code == 0, result.output
    assert "1 file in the evidence folder belongs to nothing" in result.stdout
    assert stray in result.stdout


def test_a_tail_that_was_cut_is_found_by_a_head_and_by_a_backup(desk: Desk, tmp_path: Path) -> None:
    head = desk.run("audit", "verify").stdout.split("head ")[1].split(".")[0]
    desk.run("backup", str(tmp_path / "backups"))
    assert desk.run("audit", "verify", "--head", head, "--backups", str(tmp_path / "backups")).exit_code == 0
    _tamper(
        desk, "DELETE FROM log WHERE seq = (SELECT max(seq) FROM log)", "DELETE FROM evidence WHERE id = 2"
    )

    by_head = desk.run("audit", "verify", "--head", head)
    by_backup = desk.run("audit", "verify", "--backups", str(tmp_path / "backups"))

    assert (by_head.exit_code, by_backup.exit_code) == (1, 1)
    assert f"The head {head} is nowhere" in by_head.stdout
    assert "is another one here or gone" in by_backup.stdout


def test_the_head_of_a_closed_batch_is_looked_for_in_the_ledger(desk: Desk) -> None:
    with desk.tampering() as database:
        names = [row[1] for row in database.execute("PRAGMA table_info(ledger)")]
        values = ["0" * 64 if name == "hash" else "1" for name in names]
        database.execute(f"INSERT INTO ledger VALUES ({', '.join('?' * len(names))})", values)  # noqa: S608 - no words of others

    result = desk.run("audit", "verify", "--head", "0" * 64)

    assert f"entries, head {'0' * 64}" in result.stdout
    assert "is nowhere in log or ledger" not in result.stdout


def test_a_ledger_that_lost_its_end_is_found_by_what_its_closed_batches_noted(desk: Desk) -> None:
    with desk.tampering() as database:
        said = {"number": "KK-2025-001", "state": "closed", "head": "e" * 64}
        names = [row[1] for row in database.execute("PRAGMA table_info(batches)")]
        values = [said.get(name, "1") for name in names]
        database.execute(f"INSERT INTO batches VALUES ({', '.join('?' * len(names))})", values)  # noqa: S608 - no words of others

    result = desk.run("audit", "verify")

    assert result.exit_code == 1
    assert (
        f"Batch KK-2025-001: the head of the ledger that was noted when it was closed, {'e' * 64}"
        in result.stdout
    )


def test_a_database_from_before_the_ledger_is_said(desk: Desk) -> None:
    with desk.tampering() as database:
        database.execute("DROP TABLE ledger")

    result = desk.run("audit", "verify")

    assert result.exit_code == 1
    assert "start the bot once" in result.stderr


def test_without_a_database_it_is_said(tmp_path: Path) -> None:
    result = Desk(tmp_path).run("audit", "verify")

    assert result.exit_code == 1
    assert "nothing to verify" in result.stderr


async def _fill(uow: SqlUnitOfWork) -> None:
    for name in ("photo1", "photo2"):
        added = await _kept(uow, name, Holder.CASE, 1)
        facts = {"evidence": added.id, "sha256": added.sha256}
        await uow.log.write(LogRow(act="evidence_stored", facts=facts))


async def _give_out(uow: SqlUnitOfWork) -> None:
    """A notice, a part of a dossier, and a report that is no part of any case."""
    notice, part = [await _kept(uow, name, Holder.PAPER, 1) for name in ("notice", "part")]
    await _kept(uow, "report", Holder.PAPER, 0)
    facts = {"kind": "notice", "evidence": notice.id, "sha256": notice.sha256}
    await uow.log.write(LogRow(act="paper_issued", facts=facts))
    await uow.log.write(LogRow(act="dossier_taken", facts={"parts": [part.sha256]}))


async def _kept(uow: SqlUnitOfWork, name: str, holder: Holder, holder_id: int) -> Evidence:
    folder = evidence_beside(uow.connection.engine.url)
    return await uow.evidence.add(
        Evidence(
            holder=holder,
            holder_id=holder_id,
            kind=Kind.PHOTO,
            storing=Storing.STORED,
            name=name,
            sha256=folder.keep(name.encode()),
            size=len(name),
            chat_id=1,
            message_id=1,
            received_by=1,
            received_at=NOW,
        )
    )


def _tamper(desk: Desk, *statements: str) -> None:
    with desk.tampering() as database:
        for act in ("update", "delete"):
            database.execute(f"DROP TRIGGER log_forbids_{act}")
        for statement in statements:
            database.executescript(statement)


def test_a_sealed_file_of_a_tip_that_was_changed_is_named_by_the_pseudonym(desk: Desk) -> None:
    folder = EvidenceFolder(desk.folder / "data" / "evidence")
    sha256 = folder.keep(b"sealed")
    row = f"(1, 1, '', 'stored', '', '{sha256}', 6, 0, '2025-03-03')"
    _tamper(
        desk,
        "INSERT INTO tips VALUES (1, 'T-7F3K', 'sent', '2025-03-03', NULL, NULL, 0)",
        f"INSERT INTO tip_pieces VALUES {row}",  # noqa: S608 - our own words
    )
    sound = desk.run("audit", "verify")
    folder.path(sha256).write_bytes(b"other")
    changed = desk.run("audit", "verify")

    assert sound.exit_code == 0, sound.output
    assert changed.exit_code == 1
    assert "T-7F3K" in changed.output
