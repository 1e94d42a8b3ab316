"""Neither a power cut nor a fault of ours loses a tip, or lets anybody know of it."""

import asyncio
import base64
import json
import logging
import os
import sys
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from sqlalchemy import insert

from bot.all_routes import all_routes
from bot.storage.machine_tables import inbox
from bot.tips.gate import Gate
from bot.tips.key_file import public_text
from bot.tips.letters import LETTERS, Letter
from bot.tips.marks import Marks
from bot.tips.own_key import TIPS_KEY, OwnKey
from bot.tips.sealing import opened
from core.model.roles import Grant, Role
from tests import make
from tests.bot.office import Office
from tests.conversations.pictures import png

PRIVATE = X25519PrivateKey.generate()
SECRET = "they hid the pump that leaks"
ROUTES = all_routes()
DIES = ("inbox_commit:2", "effect_commit:2")


async def _run(office: Office, **environment: str) -> asyncio.subprocess.Process:
    words = (sys.executable, "-m", "tests.bot.dying_bot", str(office.folder), office.url)
    key = {"TIP_KEY": public_text(PRIVATE.public_key())}
    return await asyncio.create_subprocess_exec(
        *words, env={**os.environ, **key, **environment}, stderr=asyncio.subprocess.PIPE
    )


def _kept(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


@pytest.mark.parametrize("point", DIES)
async def test_a_kill_between_keeping_and_handling_loses_nothing(office: Office, point: str) -> None:
    zhang = await office.hires("E17")
    await zhang.says("/tip")
    await zhang.says(SECRET)
    await zhang.sends_file(png(3))
    dying = await _run(office, GONGDAO_DIES_AT=point)
    _, said = await dying.communicate()
    after_kill = _kept(office.folder) + said
    process = await _run(office)
    await zhang.sees("共 2 条", ever=True)
    await office.until("SELECT count(*) FROM tip_pieces WHERE storing = 'stored'", (1,))
    process.terminate()
    _, more = await process.communicate()

    assert dying.returncode == -9
    assert SECRET.encode() not in after_kill + _kept(office.folder) + more
    rows = await office.rows(
        "SELECT number, sealed FROM tip_pieces JOIN tips ON tips.id = tip_id ORDER BY tip_pieces.id"
    )
    texts = [
        json.loads(opened(base64.b64decode(sealed), PRIVATE, number))["update"]["message"].get("text")
        for number, sealed in rows
    ]
    assert texts == [SECRET, None]


async def test_a_fault_of_ours_is_told_without_a_word_of_the_tip(
    office: Office, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    admin = await office.hires("E07", grants=(Grant(Role.ADMIN),))
    zhang = await office.hires("E91717")
    # restored without the bot's own key: what waits in the inbox cannot be addressed any more
    other = OwnKey(office.folder / "other.key")
    gate = Gate(other, PRIVATE.public_key(), Marks(other))
    chat = {"id": zhang.id, "type": "private"}
    message = {"message_id": 9, "date": 1, "chat": chat, "from": {"id": zhang.id}, "text": f"/tip {SECRET}"}
    async with office.units.database.writing() as connection:
        rows = await gate.rows([{"update_id": 9000, "message": message}], make.NOW, connection)
        await connection.execute(insert(inbox), rows)
    async with office.open(ROUTES, tip_key=PRIVATE.public_key()):
        told = await admin.sees("三次都没有处理成功")

    assert await office.rows("SELECT state, fault FROM inbox WHERE chat_id = 0") == [("aside", "ValueError")]
    assert "E91717" not in told.text
    assert str(zhang.id) not in told.text + caplog.text
    assert SECRET not in caplog.text
    assert SECRET.encode() not in _kept(office.folder)


async def test_a_letter_of_another_key_is_dropped_and_holds_nobody_up(office: Office) -> None:
    zhang = await office.hires("E17")
    other = OwnKey(office.folder / "other.key").seal("{}")
    letter = Letter(chat=zhang.id, method="sendMessage", call={"text": "for you"})
    own = OwnKey(office.folder / TIPS_KEY).seal(LETTERS.dump_json(letter).decode())
    async with office.units.database.writing() as connection:
        for sealed in (other, own):
            await connection.exec_driver_sql(
                "INSERT INTO tip_letters (sealed, tries) VALUES (?, 0)", (sealed,)
            )
    async with office.open(ROUTES, tip_key=PRIVATE.public_key()):
        await zhang.sees("for you")
        await office.until("SELECT count(*) FROM tip_letters", (0,))


@pytest.mark.parametrize("key", [TIPS_KEY, "other.key"])
async def test_a_file_that_can_no_longer_be_had_is_given_up(office: Office, key: str) -> None:
    reference = OwnKey(office.folder / key).seal("no-such-file")
    async with office.units.database.writing() as connection:
        await connection.exec_driver_sql(
            "INSERT INTO tip_pieces (tip_id, sealed, storing, reference, sha256, size, tries, received_at)"
            " VALUES (1, '', 'to_fetch', ?, '', 0, 0, '2025-03-03 00:00:00.000000')",
            (reference,),
        )
    async with office.open(ROUTES, tip_key=PRIVATE.public_key()):
        await office.until("SELECT storing, reference FROM tip_pieces", ("missing", ""))
