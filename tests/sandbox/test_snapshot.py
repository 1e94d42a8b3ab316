"""A sandbox with a data folder goes on after a restart as if nothing had been."""

from pathlib import Path

import aiohttp

from bot.sandbox.client import playing
from bot.sandbox.client_person import file_part
from bot.sandbox.serve import running
from bot.sandbox.snapshot import open_world
from tests.sandbox.caller import PIXEL, TOKEN, Caller


async def test_people_messages_updates_files_and_clock_outlive_a_restart(
    tmp_path: Path, session: aiohttp.ClientSession
) -> None:
    async with running(open_world(TOKEN, folder=tmp_path)) as url, playing(url) as sandbox:
        lin = await sandbox.add_person("林", started=True)
        await sandbox.add_group("苏州厂", [lin])
        await lin.sends_album([file_part(PIXEL), file_part(PIXEL)])
        await sandbox.lets_time_run(False)
        moment = await sandbox.set_clock("2025-03-04T08:00:00+08:00")
        api = Caller(session, url)
        await api("setMyCommands", commands=[{"command": "new", "description": "新客诉"}])
        await api("sendMessage", chat_id=lin.id, text="您好")
        state = await sandbox.state()

    async with running(open_world(TOKEN, folder=tmp_path)) as url, playing(url) as sandbox:
        api = Caller(session, url)
        again = await sandbox.state()
        waiting = await api.updates()
        photo = waiting[-1]["message"]["photo"][-1]
        path = (await api("getFile", file_id=photo["file_id"]))["file_path"]
        async with session.get(f"{url}/file/bot{TOKEN}/{path}") as response:
            assert await response.read() == PIXEL
        assert again == state
        assert await sandbox.now() == moment
        assert len(waiting) == 5
        assert await api("getMyCommands") == [{"command": "new", "description": "新客诉"}]
        lin = await sandbox.person(lin.id)
        old = await lin.sees("您好")
        assert await lin.says("在") > old.id


async def test_what_changed_is_saved_while_the_server_runs(tmp_path: Path) -> None:
    async with (
        running(open_world(TOKEN, folder=tmp_path), save_every=0.01) as url,
        playing(url) as sandbox,
    ):
        await sandbox.add_person("林")
        while "林" not in _saved(tmp_path):
            await sandbox.state()

        assert not (tmp_path / "sandbox.json.new").exists() or "林" in _saved(tmp_path)


def _saved(folder: Path) -> str:
    path = folder / "sandbox.json"
    return path.read_text(encoding="utf-8") if path.exists() else ""
