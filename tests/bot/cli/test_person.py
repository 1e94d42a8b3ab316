"""`gongdao person`: all that is held of somebody handed out, and erased after a press without breaking a chain."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import insert

from bot.company_database import company_database
from bot.evidence.folder import EvidenceFolder
from bot.inbox.plain import row_of
from bot.settings import settings_from
from bot.storage.machine_tables import inbox
from bot.storage.unit_of_work import SqlUnitOfWork
from core.actions.person.forget_person import forget_person
from core.model.case import Stage
from core.model.evidence import Evidence, Holder, Kind, Storing
from core.model.log import LogRow
from core.model.message import Message
from core.model.party import Party, Statement
from core.model.roles import Grant, Role
from tests import make
from tests.bot.cli.desk import Desk

NOW = datetime.now(UTC)
CHAT = 990_017_001
NAME = "张大伟"
SAID = "我夜里没有看见漏油"


class PersonDesk(Desk):
    """A company in which E3 worked, was named in a case, spoke and sent a photo."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.with_staff()
        self.data = settings_from(folder / "gongdao.toml").data
        self.sha256 = ""
        self.within(self._worked)

    async def _worked(self, uow: SqlUnitOfWork) -> None:
        one = make.person("E3", name=NAME, site="main", chat_id=CHAT, manager_no="E1")
        one = await uow.persons.add(replace(one, left_on=date(2020, 5, 1)))
        hr = await uow.persons.one(employee_no="E2")
        assert hr is not None
        await uow.persons.put(replace(hr, grants=(Grant(Role.HR),), chat_id=7, manager_no="E3"))
        happened = f"{NAME} 发现漏油"
        await uow.cases.add(make.case(site="main", stage=Stage.CLOSED, happened=happened))
        await uow.cases.add(make.case(site="main", number="250304", reporter_id=one.id))
        party = Party(
            case_id=1,
            person_id=one.id,
            role="responsible",
            department="仓储部",
            hearing_due_at=NOW,
            named_by=hr.id,
            named_at=NOW,
        )
        await uow.parties.add(party)
        await uow.statements.add(Statement(case_id=1, person_id=one.id, text=SAID, said_at=NOW))
        await uow.log.write(LogRow(act="spoke", case_id=1, actor_id=one.id, words={"said": SAID}))
        await uow.log.write(LogRow(act="named", case_id=1, actor_id=hr.id, words={"who": NAME}))
        await uow.log.write(LogRow(act="other", actor_id=hr.id, words={"who": "somebody else"}))
        await uow.outbox.tell(one, Message(template="turn_failed"))
        raw = json.dumps({"update_id": 9, "message": {"text": SAID}})
        await uow.connection.execute(insert(inbox), [row_of(9, CHAT, raw, NOW)])
        (self.data / "evidence").mkdir()
        self.sha256 = EvidenceFolder(self.data / "evidence").keep(b"photo")
        photo = Evidence(
            holder=Holder.STATEMENT,
            holder_id=1,
            kind=Kind.PHOTO,
            storing=Storing.STORED,
            text=SAID,
            name="../my photo.jpg",
            sha256=self.sha256,
            size=5,
            chat_id=CHAT,
            message_id=3,
            received_by=one.id,
            received_at=NOW,
        )
        added = await uow.evidence.add(photo)
        facts = {"evidence": added.id, "sha256": added.sha256}
        await uow.log.write(LogRow(act="evidence_stored", facts=facts))

    def within(self, act: Callable[[SqlUnitOfWork], Awaitable[Any]]) -> Any:
        async def opened() -> Any:
            settings = settings_from(self.folder / "gongdao.toml")
            async with company_database(settings) as units, units.open(NOW) as uow:
                return await act(uow)

        return asyncio.run(opened())


@pytest.fixture
def desk(tmp_path: Path) -> PersonDesk:
    return PersonDesk(tmp_path)


def test_everything_about_a_person_is_written_down(desk: PersonDesk, tmp_path: Path) -> None:
    out = tmp_path / "out"
    result = desk.run("person", "export", "E3", "--as", "E2", "--to", str(out))

    assert result.exit_code == 0, result.output
    told = json.loads((out / "person.json").read_text("utf-8"))
    assert told["own"]["persons"][0]["name"] == NAME
    assert told["own"]["statements"][0]["text"] == SAID
    assert told["own"]["inbox"][0]["raw"]["message"]["text"] == SAID
    assert [row["words"] for row in told["words"]] == [{"said": SAID}]
    assert {"table": "cases", "as": "reporter_id", "id": 2, "number": "250304"}.items() <= told["done"][
        0
    ].items()
    assert "somebody else" not in json.dumps(told, ensure_ascii=False)
    assert (out / "files" / "1-.._my_photo.jpg").read_bytes() == b"photo"
    page = (out / "person.md").read_text("utf-8")
    assert f"Personal data of {NAME} (E3)" in page
    assert SAID in page
    assert (out / "person.json").stat().st_mode & 0o077 == 0


def test_it_is_not_written_where_something_is_nor_for_just_anybody(desk: PersonDesk, tmp_path: Path) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "x").touch()

    full = desk.run("person", "export", "E3", "--as", "E2", "--to", str(tmp_path / "full"))
    other = desk.run("person", "export", "E2", "--as", "E3", "--to", str(tmp_path / "out"))

    assert "the folder is not empty" in full.output
    assert "human resources or an admin" in other.output
    assert not (tmp_path / "out").exists()


def test_a_file_that_is_gone_is_counted(desk: PersonDesk, tmp_path: Path) -> None:
    EvidenceFolder(desk.data / "evidence").forget(desk.sha256)

    result = desk.run("person", "export", "E3", "--as", "E2", "--to", str(tmp_path / "out"))

    assert "1 files cannot be read" in result.output


def test_what_cannot_be_written_to_its_end_leaves_nothing_of_a_person_behind(
    desk: PersonDesk, tmp_path: Path
) -> None:
    folder = EvidenceFolder(desk.data / "evidence")
    folder.forget(desk.sha256)
    folder.path(desk.sha256).mkdir()

    result = desk.run("person", "export", "E3", "--as", "E2", "--to", str(tmp_path / "out"))

    assert result.exit_code == 2
    assert "Is a directory" in result.output
    assert not (tmp_path / "out").exists()


def test_first_it_is_only_shown_what_goes_and_what_stays(desk: PersonDesk) -> None:
    result = desk.run("person", "forget", "E3")
    still = desk.run("person", "forget", "E1")

    assert "the words of 1 statements, 0 appeals" in result.output
    assert "Cases in which the name still stands; look at them yourself: 250303" in result.output
    assert "still employed" in still.output
    assert NAME in desk.run("person", "forget", "E3").output


def test_it_is_proposed_by_somebody_and_refused_while_it_cannot_be(desk: PersonDesk) -> None:
    assert "say with --as who you are" in desk.run("person", "forget", "E3", "--propose").output
    proposed = desk.run("person", "forget", "E3", "--propose", "--as", "E1")
    refused = desk.run("person", "forget", "E2", "--propose", "--as", "E1")

    assert "decides it in chat: 陈洁" in proposed.output
    assert "cannot be erased yet: still employed" in refused.output
    assert refused.exit_code == 1


def test_what_is_erased_is_gone_from_the_database_and_the_chains_hold(desk: PersonDesk) -> None:
    async def erased(uow: SqlUnitOfWork) -> dict[str, int]:
        hr = await uow.persons.one(employee_no="E2")
        assert hr is not None
        # the case that they reported themselves does not keep them
        return dict(await forget_person(3, actor=hr, uow=uow))

    counted = desk.within(erased)
    rows = desk.within(_everything)
    verified = desk.run("audit", "verify")

    assert counted == {"log_words": 2, "outbox": 1, "inbox": 1, "words": 2, "evidence": 1}
    told = [row for row in rows if NAME in row or SAID in row or str(CHAT) in row or "'E3'" in row]
    # what others wrote of them in the case stays, and was named before
    assert len(told) == 1
    assert "发现漏油" in told[0]
    assert "somebody else" in str(rows)
    assert verified.exit_code == 0, verified.output


async def _everything(uow: SqlUnitOfWork) -> list[str]:
    tables = await uow.connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'")
    names = [name for name in tables.scalars() if not name.startswith("case_index")]
    return [
        str(tuple(row))
        for name in names
        for row in await uow.connection.exec_driver_sql(f'SELECT * FROM "{name}"')  # noqa: S608 - our own tables
    ]
