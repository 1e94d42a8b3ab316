"""`gongdao tips`: the key is made, tips are read and answered by its holder, and by nobody else."""

import asyncio
import base64
import json
import re
from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from bot.company_database import company_database
from bot.evidence.folder import EvidenceFolder
from bot.settings import settings_from
from bot.storage.unit_of_work import SqlUnitOfWork
from bot.tips.gate import Gate
from bot.tips.key_file import public_from
from bot.tips.letters import EVERY, LETTERS
from bot.tips.marks import Marks
from bot.tips.own_key import TIPS_KEY, OwnKey
from bot.tips.route import ENVELOPED
from bot.tips.sealing import sealed
from core.actions.tip.decide_tip_reward import decide_tip_reward
from core.actions.tip.send_tip import send_tip
from core.actions.tip.take_in_tip import open_tip, take_in_tip
from core.model.evidence import Storing
from core.model.money import Money
from core.model.roles import Grant, Role
from core.model.tip import TipPiece
from tests import make
from tests.bot.cli.desk import Desk
from tests.make import NOW

PASSPHRASE = "a sentence to remember"
CHAT = 990_017_001
SECRET = "漏油的那台藏起来了"
FORWARDED: dict[str, Any] = {
    "document": {"file_id": "F1", "file_name": "report.pdf", "file_size": 3},
    "caption": "see this",
    "forward_origin": {"type": "user", "sender_user": {"first_name": "王", "last_name": "工"}},
}


class TipDesk(Desk):
    """A company that takes tips, with one of two pieces; E1 reads them."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.with_staff()
        self.key = str(folder / "reader.key")
        self.made = self.run("tips", "key", "--key", self.key, typed=f"{PASSPHRASE}\n{PASSPHRASE}\n")
        self.public = re.findall(r'key = "(.+)"', self.made.output)[0]
        file = folder / "gongdao.toml"
        file.write_text(
            file.read_text("utf-8").replace('\nkey = ""\n', f'\nkey = "{self.public}"\n'), "utf-8"
        )

    def with_tip(self) -> str:
        number: str = self.within(self._tip)
        return number

    async def _tip(self, uow: SqlUnitOfWork) -> str:
        person = await uow.persons.one(employee_no="E2")
        assert person is not None
        await uow.persons.put(type(person)(**{**_fields(person), "chat_id": CHAT}))
        data = settings_from(self.folder / "gongdao.toml").data
        key = OwnKey(data / TIPS_KEY)
        gate = Gate(key, public_from(self.public), Marks(key))
        updates = [_update(1, text=f"/tip {SECRET}"), _update(2, **FORWARDED)]
        rows = await gate.rows(updates, NOW, uow.connection)
        number = json.loads(key.opened(ENVELOPED.validate_json(rows[0]["raw"]).tip.route))["tip"]
        tip = await open_tip(number, uow=uow)
        for row in rows:
            content = ENVELOPED.validate_json(row["raw"]).tip.content
            await take_in_tip(TipPiece(tip_id=tip.id, sealed=content, received_at=NOW), tip, uow=uow)
        box = sealed(b"pdf", public_from(self.public), number)
        (data / "evidence").mkdir()
        sha256 = EvidenceFolder(data / "evidence").keep(box)
        piece = (await uow.tip_pieces.where())[-1]
        changed = {**_fields(piece), "storing": Storing.STORED, "sha256": sha256}
        await uow.tip_pieces.put(TipPiece(**changed))
        await send_tip(number, uow=uow)
        return str(number)

    def within(self, act: Callable[[SqlUnitOfWork], Awaitable[Any]]) -> Any:
        async def opened() -> Any:
            settings = settings_from(self.folder / "gongdao.toml")
            async with company_database(settings) as units, units.open(NOW) as uow:
                return await act(uow)

        return asyncio.run(opened())

    def log(self, act: str) -> list[dict[str, Any]]:
        async def rows(uow: SqlUnitOfWork) -> list[dict[str, Any]]:
            found = await uow.connection.exec_driver_sql("SELECT facts FROM log WHERE act = ?", (act,))
            return [json.loads(row[0]) for row in found]

        logged: list[dict[str, Any]] = self.within(rows)
        return logged

    def reads(self, number: str, *more: str, passphrase: str = PASSPHRASE, who: str = "E1") -> Any:
        words = ("tips", "read", number, "--as", who, "--key", self.key, *more)
        return self.run(*words, typed=f"{passphrase}\n")


def _fields(thing: Any) -> dict[str, Any]:
    return {name: getattr(thing, name) for name in thing.__dataclass_fields__}


def _update(number: int, **message: Any) -> dict[str, Any]:
    person = {"id": CHAT, "is_bot": False, "first_name": "陈洁"}
    head = {"message_id": number, "date": 1740960720, "chat": {"id": CHAT, "type": "private"}}
    return {"update_id": number, "message": {**head, "from": person, **message}}


@pytest.fixture
def desk(tmp_path: Path) -> TipDesk:
    return TipDesk(tmp_path)


def test_a_tip_is_read_with_key_and_passphrase_and_without_its_sender(desk: TipDesk, tmp_path: Path) -> None:
    number = desk.with_tip()

    result = desk.reads(number.lower(), "--to", str(tmp_path / "out"))

    assert result.exit_code == 0, result.output
    assert SECRET in result.output
    assert "forwarded from 王 工" in result.output
    assert "陈洁" not in result.output
    assert "E2" not in result.output.replace(number, "the tip")
    assert (tmp_path / "out" / f"{number}-2.pdf").read_bytes() == b"pdf"
    assert desk.log("tip_read") == [{"tip": number, "with_sender": False}]


def test_who_sent_it_is_shown_when_asked_for_and_that_is_in_the_log(desk: TipDesk) -> None:
    number = desk.with_tip()

    result = desk.reads(number, "--who")

    assert "陈洁 (E2, 品管部)" in result.output
    assert "take it out with --to FOLDER" in result.output
    assert desk.log("tip_read") == [{"tip": number, "with_sender": True}]


def test_a_wrong_passphrase_reads_nothing_and_is_said(desk: TipDesk) -> None:
    result = desk.reads(desk.with_tip(), passphrase="a sentence forgotten")

    assert result.exit_code == 2
    assert "The passphrase is wrong" in result.output
    assert desk.log("tip_read") == []


def test_another_key_reads_nothing(desk: TipDesk, tmp_path: Path) -> None:
    number = desk.with_tip()
    other = str(tmp_path / "other.key")
    desk.run("tips", "key", "--key", other, typed=f"{PASSPHRASE}\n{PASSPHRASE}\n")
    desk.key = other

    result = desk.reads(number)
    answered = desk.run(
        *("tips", "answer", number, "--as", "E1", "--key", other, "--words", "x"), typed=f"{PASSPHRASE}\n"
    )

    assert result.exit_code == 1
    assert "is not the key in the settings" in result.output
    assert "2 of its messages cannot be opened" in result.output
    assert SECRET not in result.output
    assert answered.exit_code == 1
    assert desk.log("tip_answered") == []


def test_only_who_has_the_role_reads(desk: TipDesk) -> None:
    result = desk.reads(desk.with_tip(), who="E2")

    assert result.exit_code == 1
    assert "only by whoever is in charge" in result.output
    assert desk.log("tip_read") == []


def test_an_unknown_tip_and_an_unknown_reader_are_said(desk: TipDesk) -> None:
    assert "There is no tip T-ZZZZ" in desk.reads("t-zzzz").output
    assert "E99" in desk.reads("t-zzzz", who="E99").output


def test_an_answer_waits_sealed_for_whoever_sent_the_tip(desk: TipDesk) -> None:
    number = desk.with_tip()
    words = ("tips", "answer", number, "--as", "E1", "--key", desk.key, "--words", "Which pump?")

    result = desk.run(*words, typed=f"{PASSPHRASE}\n")
    letters = desk.within(_letters)

    assert result.exit_code == 0, result.output
    key = OwnKey(settings_from(desk.folder / "gongdao.toml").data / TIPS_KEY)
    (letter,) = (LETTERS.validate_json(key.opened(one)) for one in letters)
    assert (letter.chat, letter.tip) == (CHAT, number)
    assert "Which pump?" in letter.call["text"]
    assert desk.log("tip_answered") == [{"tip": number}]


async def _letters(uow: SqlUnitOfWork) -> list[str]:
    return [row.sealed for row in await uow.connection.execute(EVERY)]


def test_an_empty_answer_is_refused(desk: TipDesk) -> None:
    result = desk.run("tips", "answer", "T-AAAA", "--as", "E1", "--key", desk.key, "--words", " \u200b ")

    assert result.exit_code == 2
    assert "cannot be empty" in result.output


def test_a_tip_without_words_has_nobody_to_answer(desk: TipDesk) -> None:
    async def empty(uow: SqlUnitOfWork) -> None:
        await open_tip("T-EEEE", uow=uow)

    desk.within(empty)
    words = ("tips", "answer", "T-EEEE", "--as", "E1", "--key", desk.key, "--words", "x")

    assert "There is no tip T-EEEE" in desk.run(*words, typed=f"{PASSPHRASE}\n").output


def test_the_list_says_what_was_read(desk: TipDesk) -> None:
    assert "There are no tips" in desk.run("tips", "list").output
    number = desk.with_tip()
    unread = desk.run("tips", "list").output
    desk.reads(number)

    assert f"{number}  2025-03-03  to be read" in unread
    assert f"{number}  2025-03-03  read" in desk.run("tips", "list").output


def test_a_key_is_not_made_twice_nor_with_a_short_passphrase(desk: TipDesk, tmp_path: Path) -> None:
    again = desk.run("tips", "key", "--key", desk.key, typed=f"{PASSPHRASE}\n{PASSPHRASE}\n")
    short = desk.run("tips", "key", "--key", str(tmp_path / "b.key"), typed="short\nshort\n")

    assert "never written over" in again.output
    assert "at least 12 characters" in short.output
    assert not (tmp_path / "b.key").exists()


def test_a_key_file_that_is_not_there_is_said(desk: TipDesk) -> None:
    desk.key += ".gone"

    assert "cannot be read" in desk.reads("T-AAAA").output


def test_a_file_that_is_gone_is_said(desk: TipDesk, tmp_path: Path) -> None:
    number = desk.with_tip()
    evidence = settings_from(desk.folder / "gongdao.toml").data / "evidence"
    for file in evidence.rglob("*"):
        if file.is_file():
            file.unlink()

    assert "the file cannot be read" in desk.reads(number, "--to", str(tmp_path / "out")).output


def test_a_public_key_in_the_settings_that_is_none_is_refused(desk: TipDesk) -> None:
    file = desk.folder / "gongdao.toml"
    bad = base64.b64encode(b"short").decode()
    file.write_text(file.read_text("utf-8").replace(desk.public, bad), "utf-8")

    result = desk.run("check")

    assert "tips.key" in result.output
    assert "gongdao tips key" in result.output


async def _with_case(uow: SqlUnitOfWork) -> None:
    quality = await uow.persons.one(employee_no="E2")
    assert quality is not None
    grants = (*quality.grants, Grant(Role.GENERAL_MANAGER), Grant(Role.QUALITY))
    await uow.persons.put(replace(quality, grants=grants))
    await uow.cases.add(make.case(site="main"))


async def _decided(uow: SqlUnitOfWork) -> None:
    decider = await uow.persons.one(employee_no="E2")
    assert decider is not None
    # the one who sent it must not be the one who decides: somebody else decided this one
    put = await uow.tip_rewards.get(1)
    await decide_tip_reward(put.id, Money(20000), actor=decider, uow=uow)
    await uow.tip_rewards.put(replace(await uow.tip_rewards.get(1), decider_id=99))


@pytest.mark.parametrize(
    ("way", "said"), [("payroll", "with the next wages"), ("outside", "to 陈洁 (E2). Neither ledger nor log")]
)
def test_a_reward_is_proposed_and_paid_from_the_shell(desk: TipDesk, way: str, said: str) -> None:
    number = desk.with_tip()
    desk.within(_with_case)
    proposing = ("tips", "reward", number, "--as", "E1", "--case", "250303", "--to", "E2")
    proposed = desk.run(*proposing)
    desk.within(_decided)
    paying = ("tips", "pay", number, "--as", "E1", "--key", desk.key, "--way", way)
    paid = desk.run(*paying, typed=f"{PASSPHRASE}\n")

    assert "100.00 to 500.00 yuan) was put to 陈洁" in proposed.output
    assert said in paid.output, paid.output
    assert desk.log("tip_reward_paid") == [{"tip": number, "way": way}]


def test_without_a_name_the_first_who_may_decides(desk: TipDesk) -> None:
    number = desk.with_tip()
    desk.within(_with_case)

    assert "was put to 陈洁" in desk.run("tips", "reward", number, "--as", "E1", "--case", "250303").output


def test_a_review_for_concealment_says_nothing_of_a_tip(desk: TipDesk) -> None:
    desk.within(_with_case)
    words = ("tips", "raise", "--as", "E1", "--case", "250303", "--person", "E1", "--to", "E2")

    assert "陈洁 was asked to review 250303" in desk.run(*words).output
    assert "one of the persons to be asked" in desk.run(*words[:-1], "E1").output
