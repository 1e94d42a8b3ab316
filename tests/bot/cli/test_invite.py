"""`gongdao staff invite` against a Bot API on this machine."""

import asyncio
import re
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.sandbox.serve import running
from bot.sandbox.snapshot import open_world
from tests.bot.cli.desk import Desk
from tests.patience import PATIENCE

TOKEN = "123456:invite"


@pytest.fixture
def bot_api() -> Iterator[str]:
    """The address of a Bot API that runs in a thread of its own, since the command has a loop of its own."""
    loop, opened = asyncio.new_event_loop(), threading.Event()
    urls: list[str] = []
    stop = asyncio.Event()

    async def serve() -> None:
        async with running(open_world(TOKEN)) as url:
            urls.append(url)
            opened.set()
            await stop.wait()

    thread = threading.Thread(target=loop.run_until_complete, args=(serve(),))
    thread.start()
    assert opened.wait(PATIENCE)
    yield urls[0]
    loop.call_soon_threadsafe(stop.set)
    thread.join(PATIENCE)
    loop.close()


@pytest.fixture
def desk(tmp_path: Path, bot_api: str) -> Desk:
    desk = Desk(tmp_path).with_staff()
    file = tmp_path / "gongdao.toml"
    text = file.read_text().replace('token = ""', f'token = "{TOKEN}"')
    file.write_text(text.replace("https://api.telegram.org", bot_api))
    return desk


def test_everybody_without_an_account_gets_a_link_and_a_code(desk: Desk) -> None:
    result = desk.run("staff", "invite", "--all")

    assert result.exit_code == 0, result.output
    links = re.findall(r"https://t\.me/gongdao_bot\?start=([\w-]{32})", result.stdout)
    assert len(set(links)) == 2
    assert "█" in result.stdout or "▀" in result.stdout
    assert "2 links, valid for 72 hours" in result.stdout


def test_codes_can_be_stored_as_pictures_that_only_the_owner_reads(desk: Desk, tmp_path: Path) -> None:
    result = desk.run("staff", "invite", "E2", "--png", str(tmp_path / "codes"))

    picture = tmp_path / "codes" / "E2.png"
    assert result.exit_code == 0, result.output
    assert picture.read_bytes().startswith(b"\x89PNG")
    assert picture.stat().st_mode & 0o077 == 0


def test_an_unknown_number_invites_nobody(desk: Desk) -> None:
    result = desk.run("staff", "invite", "E1", "E9")

    assert result.exit_code == 1
    assert "Nobody has the employee number E9" in result.stderr
    assert "t.me" not in result.stdout


def test_a_refused_token_and_a_silent_network_are_said(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "gongdao.toml"
    good = file.read_text()
    file.write_text(good.replace(TOKEN, "123456:other"))
    refused = desk.run("staff", "invite", "--all")
    file.write_text(re.sub(r"http://127\.0\.0\.1:\d+", "http://127.0.0.1:9", good))
    silent = desk.run("staff", "invite", "--all")

    assert "does not know this token" in refused.stderr
    assert "cannot be reached" in silent.stderr
