"""`gongdao tips …`: the key, and what only its holder can do: list, read and answer confidential tips."""

import asyncio
from pathlib import Path

import click

from bot.cli.shell import BAD_INPUT, Shell
from bot.cli.store import unit_of_work
from bot.cli.tip_key import key_option
from bot.cli.tips_answer import answer
from bot.cli.tips_raise import raise_
from bot.cli.tips_read import read
from bot.cli.tips_reward import pay, reward
from bot.tips.key_file import make_key
from core.model.tip import Tip, TipState

LEAST_PASSPHRASE = 12


@click.group()
def tips() -> None:
    """保密举报：密钥、列表、阅读、答复 · confidential tips: key, list, read, answer."""


@tips.command()
@key_option
@click.option(
    "--passphrase",
    prompt="口令 · passphrase",
    hide_input=True,
    confirmation_prompt="再输一次 · once more",
    help="保护密钥的口令，至少 12 个字符 · protects the key; at least 12 characters",
)
@click.pass_obj
def key(shell: Shell, file: Path, passphrase: str) -> None:
    """生成举报密钥，印出公钥 · make the key, print its public half."""
    if len(passphrase) < LEAST_PASSPHRASE:
        shell.complain("tips_passphrase_short", least=LEAST_PASSPHRASE)
        raise SystemExit(BAD_INPUT)
    try:
        public = make_key(file, passphrase)
    except OSError as error:
        shell.complain("tips_key_not_written", file=file, why=error.strerror or "")
        raise SystemExit(BAD_INPUT) from error
    shell.say("tips_key_made", file=file, public=public)


@tips.command(name="list")
@click.pass_obj
def list_(shell: Shell) -> None:
    """有哪些举报，读过没有 · which tips there are, and whether they were read."""
    asyncio.run(_list(shell))


async def _list(shell: Shell) -> None:
    async with unit_of_work(shell.settings()) as uow:
        found = await uow.tips.where(state=(TipState.OPEN, TipState.SENT))
    for tip in found:
        shell.say("tips_listed", tip=tip, state=shell.words.labels["tip_states"][_state(tip)])
    if not found:
        shell.say("tips_none")


def _state(tip: Tip) -> str:
    if tip.state is TipState.OPEN:
        return "open"
    return "unread" if tip.told else "read"


for command in (read, answer, reward, pay, raise_):
    tips.add_command(command)
