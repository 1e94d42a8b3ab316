"""Who runs: two bare echo bots, and Gongdao with a company of its own."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from bench.child import python

TOKEN = "123456:bench-" + "A" * 29


@dataclass(frozen=True, slots=True, kw_only=True)
class Contestant:
    """One bot. `command` prepares what the bot needs in an empty folder and says how to start it.

    Every chat of the load first says `greeting` (unmeasured; only `warm` chats of their own if there is none),
    then the measured `text`.
    """

    name: str
    command: Callable[[str, Path, range], list[str]]
    greeting: str = ""
    text: str = "m{i}"


def _ptb(origin: str, _folder: Path, _chats: range) -> list[str]:
    return python("ptb_echo", origin, TOKEN)


def _aiogram(origin: str, _folder: Path, _chats: range) -> list[str]:
    return python("aiogram_echo", origin, TOKEN)


PTB = Contestant(name="python-telegram-bot echo", command=_ptb)
AIOGRAM = Contestant(name="aiogram echo", command=_aiogram)
