"""A tip over real HTTP: nobody but the holder of the key finds out what it says or who sent it."""

import asyncio
import base64
import json
import logging
from collections.abc import AsyncIterator

import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from bot.all_routes import all_routes
from bot.evidence.folder import EvidenceFolder
from bot.sandbox.client_person import Player, file_part
from bot.tips.sealing import opened
from core.model.roles import Grant, Role
from tests.bot.office import Office
from tests.conversations.pictures import png
from tests.patience import PATIENCE
from tests.readable import readable

PRIVATE = X25519PrivateKey.generate()
SECRET = "李强让大家把漏油的那台藏起来"
MORE = "there was a second pump as well"
ROUTES = all_routes()
PICTURE = png(17, side=200)
TIPSTER = 990_017_001
ORDINARY = f"SELECT count(*) FROM inbox WHERE chat_id = {TIPSTER} AND raw NOT LIKE '%/start%'"  # noqa: S608 - our own number
QUIET = "SELECT count(*) FROM tip_letters"


@pytest.fixture
async def tipster(office: Office) -> Player:
    await office.hires("E10", grants=(Grant(Role.AUDITOR),))
    return await office.hires("E77881", chat_id=TIPSTER)


@pytest.fixture
async def at_work(office: Office, tipster: Player) -> AsyncIterator[Office]:
    assert tipster.id == TIPSTER
    async with office.open(ROUTES, tip_key=PRIVATE.public_key()):
        yield office


async def _number(office: Office) -> str:
    return str((await office.rows("SELECT number FROM tips ORDER BY id DESC LIMIT 1"))[0][0])


async def _said(office: Office) -> list[str]:
    """What the holder of the key reads."""
    rows = await office.rows(
        "SELECT number, sealed FROM tip_pieces JOIN tips ON tips.id = tip_id ORDER BY tip_pieces.id"
    )
    contents = [json.loads(opened(base64.b64decode(sealed), PRIVATE, number)) for number, sealed in rows]
    assert {one["sender"]["employee_no"] for one in contents} == {"E77881"}
    messages = [one["update"].get("message") or one["update"]["edited_message"] for one in contents]
    return [message.get("text") or message.get("caption") or "" for message in messages]


def _kept(office: Office) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(office.folder.rglob("*")) if path.is_file())


async def _rows(office: Office) -> set[tuple[str, str]]:
    """Every row of the database but the staff file's, by table."""
    tables = {row[0] for row in await office.rows("SELECT name FROM sqlite_master WHERE type = 'table'")}
    return {
        (table, readable(row))
        for table in tables - {"persons"}
        for row in await office.rows(f'SELECT * FROM "{table}"')  # noqa: S608 - names of our own tables
    }


async def _until_gone(folder: EvidenceFolder) -> None:
    async with asyncio.timeout(PATIENCE):
        while folder.files():  # noqa: ASYNC110 - a folder rings no bell
            await asyncio.sleep(0.01)


@pytest.fixture
async def at_work_without_time(office: Office, tipster: Player) -> AsyncIterator[Office]:
    """No album is closed because this machine stood still for a second."""
    assert tipster.id == TIPSTER
    async with office.open(ROUTES, tip_key=PRIVATE.public_key(), album_time=lambda: 0.0):
        yield office


@pytest.fixture
async def before(at_work: Office) -> set[tuple[str, str]]:
    return await _once_greeted(at_work)


async def _once_greeted(office: Office) -> set[tuple[str, str]]:
    """What is there then, of both."""
    await office.until("SELECT count(*) FROM outbox WHERE state = 'sent'", (2,))
    return await _rows(office)


async def _telling(office: Office, before: set[tuple[str, str]], *needles: str) -> list[tuple[str, str]]:
    """New rows in which one of these stands."""
    return [row for row in await _rows(office) - before if any(needle in row[1] for needle in needles)]


async def test_what_is_said_and_who_said_it_stands_nowhere(
    at_work: Office, before: set[tuple[str, str]], tipster: Player, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    await tipster.says("/tip")
    await tipster.sees("加密", button="提交举报")
    await tipster.says(SECRET)
    await tipster.sees("共 1 条")
    await tipster.sends_file(PICTURE, caption=MORE)
    kept = await tipster.sees("共 2 条", button="提交举报")
    await at_work.until("SELECT storing FROM tip_pieces ORDER BY id", ("no_file",), ("stored",))
    await kept.press("提交举报")
    await tipster.sees("已提交，只有举报负责人能读")
    auditor = await at_work.sandbox.person(10 + 1000)
    await auditor.sees("有一份保密举报待阅", await _number(at_work))
    await at_work.until(QUIET, (0,))

    assert await _said(at_work) == [SECRET, MORE]
    assert await _telling(at_work, before, SECRET, MORE, str(TIPSTER), "E77881") == []
    everything = _kept(at_work)
    for needle in (
        SECRET,
        SECRET.encode("unicode_escape").decode(),
        MORE,
        base64.b64encode(PICTURE).decode(),
    ):
        assert needle.encode() not in everything
        assert needle not in caplog.text
    assert PICTURE not in everything
    assert str(TIPSTER) not in caplog.text
    assert await at_work.rows("SELECT raw FROM inbox WHERE chat_id = 0 AND raw <> ''") == []


async def test_a_photo_is_there_for_the_holder_of_the_key(at_work: Office, tipster: Player) -> None:
    await tipster.sends_file(PICTURE, caption="/tip " + SECRET)
    await tipster.sees("共 1 条")
    await at_work.until("SELECT storing, reference FROM tip_pieces", ("stored", ""))

    ((sha256, size),) = await at_work.rows("SELECT sha256, size FROM tip_pieces")
    box = EvidenceFolder(at_work.folder / "evidence").path(sha256).read_bytes()
    assert len(box) == size
    assert opened(box, PRIVATE, await _number(at_work)) == PICTURE


async def test_album_edit_reply_and_forward_all_belong_to_the_tip(
    at_work: Office, before: set[tuple[str, str]], tipster: Player
) -> None:
    parts = [file_part(png(1)), file_part(png(2), caption="/tip " + SECRET), file_part(png(3))]
    await tipster.sends_album(parts)
    asked = await tipster.sees("这一组里的每一张", button="提交举报")
    written = await tipster.says("first words")
    await tipster.sees("共 4 条")
    await tipster.edits(written, "better words")
    await tipster.sees("共 5 条")
    await tipster.forwards("what the driver wrote")
    await tipster.sees("共 6 条")
    await asked.press("提交举报")
    await tipster.sees("已提交")
    await at_work.until(QUIET, (0,))
    await tipster.edits(written, "the best words")
    await tipster.sees("补充到提交过的举报")
    await tipster.says(MORE, reply_to=written)
    await tipster.sees("共 8 条")
    await tipster.says("answering the bot", reply_to=asked)
    await tipster.sees("共 9 条")

    assert (await _said(at_work))[3:] == [
        "first words",
        "better words",
        "what the driver wrote",
        "the best words",
        MORE,
        "answering the bot",
    ]
    assert await _telling(at_work, before, "words", MORE, "driver wrote", str(TIPSTER)) == []
    assert await at_work.rows("SELECT count(*) FROM tips") == [(1,)]


async def test_an_album_that_says_only_at_its_end_that_it_is_a_tip_is_sealed_from_its_beginning(
    at_work_without_time: Office, tipster: Player
) -> None:
    at_work = at_work_without_time
    before = await _once_greeted(at_work)
    first = await tipster.sends_album([file_part(png(1), caption=SECRET), file_part(png(2))])
    await at_work.until("SELECT count(*) FROM inbox WHERE state = 'held'", (2,))
    held = _kept(at_work)
    await tipster.sends_album([file_part(png(3), caption="/tip " + MORE)], of=first[0])
    await tipster.sees("这一组里的每一张", button="提交举报")
    await at_work.until("SELECT storing FROM tip_pieces", ("stored",), ("stored",), ("stored",))
    await at_work.until(QUIET, (0,))

    assert await _said(at_work) == [SECRET, "", f"/tip {MORE}"]
    assert SECRET.encode() not in held
    assert SECRET.encode() not in _kept(at_work)
    assert await _telling(at_work, before, SECRET, MORE, str(TIPSTER)) == []
    assert await at_work.rows("SELECT count(*) FROM evidence") == [(0,)]


async def test_parts_of_an_album_that_came_long_before_are_taken_in_and_it_is_said_what_stays(
    at_work: Office, tipster: Player
) -> None:
    first = await tipster.sends_album([file_part(png(1), caption=SECRET), file_part(png(2))])
    await at_work.until("SELECT count(*) FROM evidence", (2,))
    await tipster.sends_album([file_part(png(3), caption="/tip")], of=first[0])
    await tipster.sees("请注意", "已经当作普通消息收下")
    await tipster.sees("这一组里的每一张", button="提交举报")
    await at_work.until("SELECT storing FROM tip_pieces", ("stored",), ("stored",), ("stored",))

    assert await _said(at_work) == [SECRET, "", "/tip"]
    assert await at_work.rows(f"SELECT count(*) FROM inbox WHERE instr(raw, '{SECRET}')") == [(0,)]  # noqa: S608 - our own words


async def test_a_message_that_was_made_a_tip_by_editing_is_taken_in_and_it_is_said_what_stays(
    at_work: Office, tipster: Player
) -> None:
    number = await tipster.says(SECRET)
    await at_work.until("SELECT count(*) FROM evidence", (1,))
    await tipster.edits(number, "/tip " + SECRET)
    await tipster.sees("请注意", "已经当作普通消息收下")
    await tipster.sees("共 2 条", button="提交举报")

    assert sorted(await _said(at_work)) == [f"/tip {SECRET}", SECRET]
    assert await at_work.rows(f"SELECT count(*) FROM inbox WHERE instr(raw, '{SECRET}')") == [(0,)]  # noqa: S608 - our own words


async def test_an_album_of_no_tip_is_taken_in_as_ever_and_in_its_order(
    at_work: Office, tipster: Player
) -> None:
    await tipster.sends_album([file_part(png(1), caption="the pump leaks"), file_part(png(2))])
    await tipster.says("/my")
    await tipster.sees("您的账户", ever=True)
    ordinary = await at_work.rows(f"SELECT raw FROM inbox WHERE chat_id = {TIPSTER} ORDER BY update_id")  # noqa: S608 - our own number

    assert [word in row[0] for row, word in zip(ordinary[-3:], ("leaks", "photo", "/my"), strict=True)] == [
        True
    ] * 3
    assert await at_work.rows("SELECT count(*) FROM evidence") == [(2,)]
    assert await at_work.rows("SELECT count(*) FROM inbox WHERE state <> 'done'") == [(0,)]


async def test_what_comes_after_the_tip_is_an_ordinary_message_again(
    at_work: Office, tipster: Player
) -> None:
    await tipster.says("/tip " + SECRET)
    await (await tipster.sees("共 1 条")).press("提交举报")
    await tipster.sees("已提交")
    await tipster.says("/my")

    await at_work.until(ORDINARY, (1,))


async def test_a_tip_that_is_taken_back_leaves_nothing_to_read(at_work: Office, tipster: Player) -> None:
    await tipster.says("/tip " + SECRET)
    await tipster.sees("共 1 条")
    await tipster.says("/cancel")
    await tipster.sees("已撤回")

    assert await at_work.rows("SELECT count(*) FROM tip_pieces") == [(0,)]
    assert await at_work.rows("SELECT state FROM tips") == [("withdrawn",)]


async def test_the_files_of_a_tip_that_is_taken_back_are_gone_at_once(
    at_work: Office, tipster: Player
) -> None:
    await tipster.sends_file(PICTURE, caption="/tip")
    await at_work.until("SELECT storing FROM tip_pieces", ("stored",))
    folder = EvidenceFolder(at_work.folder / "evidence")
    kept = folder.files()
    await tipster.says("/cancel")
    await tipster.sees("已撤回")
    await at_work.until("SELECT count(*) FROM tip_pieces", (0,))

    assert len(kept) == 1
    await _until_gone(folder)


@pytest.mark.usefixtures("at_work")
async def test_pressing_without_a_tip_or_content_is_told(tipster: Player) -> None:
    await tipster.says("/tip")
    asked = await tipster.sees("加密", button="提交举报")
    await asked.press("提交举报")
    await tipster.sees("还没有内容")
    await asked.press("取消")
    await tipster.sees("没有正在写的举报")


@pytest.mark.usefixtures("at_work")
async def test_a_command_while_a_tip_is_written_is_done_as_ever(tipster: Player) -> None:
    await tipster.says("/tip " + SECRET)
    await tipster.sees("共 1 条")
    await tipster.says("/help")
    await tipster.sees("您可以这样用")


async def test_an_update_that_comes_twice_begins_one_tip(at_work: Office, tipster: Player) -> None:
    await tipster.says("/tip " + SECRET)
    await (await tipster.sees("共 1 条")).press("提交举报")
    await tipster.sees("已提交")
    await at_work.sandbox.redelivers(3)
    await tipster.says("/my")
    await at_work.until(ORDINARY, (1,))

    assert await at_work.rows("SELECT count(*) FROM tips") == [(1,)]
    assert await at_work.rows("SELECT count(*) FROM tip_pieces") == [(1,)]


async def test_a_tip_begun_in_a_group_is_kept_nowhere_and_answered_in_private(
    at_work: Office, before: set[tuple[str, str]], tipster: Player
) -> None:
    group = await at_work.sandbox.add_group("群", [tipster])
    await tipster.says("/tip " + SECRET, chat=group)
    await tipster.sees("请尽快删除那条消息")

    assert await _telling(at_work, before, SECRET) == []
    assert await at_work.rows("SELECT count(*) FROM tips") == [(0,)]


async def test_a_stranger_is_told_and_nothing_is_kept(at_work: Office, before: set[tuple[str, str]]) -> None:
    stranger = await at_work.sandbox.add_person("路人", started=True)
    await stranger.says("/tip " + SECRET)
    await stranger.sees("只接受在职员工")

    assert await _telling(at_work, before, SECRET) == []


async def test_without_a_key_nothing_is_taken_or_kept(office: Office, tipster: Player) -> None:
    async with office.open(ROUTES):
        await tipster.says("/tip " + SECRET)
        await tipster.sees("还没有开通保密举报")

    assert await _telling(office, set(), SECRET) == []
    assert SECRET.encode() not in _kept(office)


async def test_a_restart_in_the_middle_goes_on_with_the_same_tip(office: Office, tipster: Player) -> None:
    async with office.open(ROUTES, tip_key=PRIVATE.public_key()):
        await tipster.says("/tip " + SECRET)
        await tipster.sees("共 1 条")
    await tipster.says(MORE)
    async with office.open(ROUTES, tip_key=PRIVATE.public_key()):
        await tipster.sees("共 2 条", ever=True)

    assert await _said(office) == [f"/tip {SECRET}", MORE]


async def test_a_tip_that_nobody_hands_in_is_handed_in_by_itself(at_work: Office, tipster: Player) -> None:
    await tipster.says("/tip " + SECRET)
    await tipster.sees("共 1 条")
    await at_work.until("SELECT count(*) FROM timers WHERE kind = 'tip_idle'", (1,))
    await at_work.sandbox.wind(hours=12, minutes=1)
    auditor = await at_work.sandbox.person(10 + 1000)
    await auditor.sees("有一份保密举报待阅", ever=True)
    await tipster.says("an ordinary complaint, days later")

    await at_work.until(ORDINARY, (1,))
    assert await _said(at_work) == [f"/tip {SECRET}"]


async def test_a_file_that_is_too_big_is_said_at_once(at_work: Office, tipster: Player) -> None:
    await tipster.says("/tip")
    await tipster.sees("加密")
    await tipster.sends_file(30 * 1024 * 1024, kind="document")
    await tipster.sees("超过 20 MB")

    assert await at_work.rows("SELECT storing FROM tip_pieces") == [("too_big",)]


async def test_trouble_on_the_way_loses_no_answer_and_no_file(at_work: Office, tipster: Player) -> None:
    await at_work.sandbox.makes_trouble(502, method="sendMessage", times=2)
    await at_work.sandbox.makes_trouble(502, method="getFile", times=1)
    await tipster.sends_file(PICTURE, caption="/tip")
    await tipster.sees("共 1 条")

    await at_work.until("SELECT storing FROM tip_pieces", ("stored",))


async def test_an_answer_that_nobody_can_get_is_forgotten(at_work: Office, tipster: Player) -> None:
    await tipster.says("/tip")
    await tipster.blocks()

    await at_work.until(QUIET, (0,))
