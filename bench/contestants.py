"""Who runs: two bare echo bots, and Gongdao with a company of its own."""

from collections.abc import Callable
from compileall import compile_dir
from dataclasses import dataclass
from pathlib import Path

from bench.bot_token import TOKEN
from bench.child import ROOT, gongdao, python
from bench.gongdao_home import answers_kept, prepare


@dataclass(frozen=True, slots=True, kw_only=True)
class Contestant:
    """One bot. `command` prepares what the bot needs in an empty folder and says how to start it.

    Every chat of the load first says `greeting` (unmeasured; only `warm` chats of their own if there is none),
    then the measured `text`. `kept` counts what the bot has in its database after it ended.
    """

    name: str
    command: Callable[[str, Path, range], list[str]]
    greeting: str = ""
    text: str = "m{i}"
    kept: Callable[[Path], int] | None = None


def _ptb(origin: str, _folder: Path, _chats: range) -> list[str]:
    return python("ptb_echo", origin, TOKEN)


def _aiogram(origin: str, _folder: Path, _chats: range) -> list[str]:
    return python("aiogram_echo", origin, TOKEN)


def _gongdao(origin: str, folder: Path, chats: range) -> list[str]:
    # byte code is there as after an installation, and as the echo bots find it
    for package in ("bot", "core", "handlers"):
        compile_dir(ROOT / package, quiet=1)
    return gongdao("--config", str(prepare(origin, folder, chats)), "run")


PTB = Contestant(name="python-telegram-bot echo", command=_ptb)
AIOGRAM = Contestant(name="aiogram echo", command=_aiogram)
# Everybody has begun a complaint with /new and is asked for the customer. The measured step is the answer: it is kept
# in the draft, with a log row, the next question is put and remembered, and all of it is committed before it is sent.
GONGDAO = Contestant(name="gongdao", command=_gongdao, greeting="/new", text="客户{i}", kept=answers_kept)
