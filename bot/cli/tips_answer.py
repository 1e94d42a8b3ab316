"""`gongdao tips answer NUMBER`: write to whoever sent a tip, without seeing who it is."""

import asyncio
from pathlib import Path

import click
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from bot.cli.shell import BAD_INPUT, Shell
from bot.cli.store import person_numbered, refusals_said, unit_of_work
from bot.cli.tip_key import as_option, key_option, sealed_otherwise_said, unlocked_key
from bot.storage.unit_of_work import SqlUnitOfWork
from bot.tips.letters import Letters
from bot.tips.own_key import TIPS_KEY, OwnKey
from bot.tips.reading import read_piece
from core.actions.tip.read_tip import answer_tip
from core.model.message import Message
from handlers.cleaning import cleaned


@click.command()
@click.argument("number")
@as_option
@key_option
@click.option("--words", prompt="答复 · answer", help="答复的话 · what to say")
@click.pass_obj
def answer(shell: Shell, number: str, employee_no: str, file: Path, words: str) -> None:
    """答复举报人，双方都不露身份 · answer whoever sent it; neither learns who the other is."""
    if not (said := cleaned(words)):
        shell.complain("tips_answer_empty")
        raise SystemExit(BAD_INPUT)
    private = unlocked_key(shell, file)
    with sealed_otherwise_said(shell):
        asyncio.run(_answer(shell, number.upper(), employee_no, said, private))


async def _answer(shell: Shell, number: str, employee_no: str, words: str, private: X25519PrivateKey) -> None:
    settings = shell.settings()
    with refusals_said(shell):
        async with unit_of_work(settings) as uow:
            actor = await person_numbered(employee_no, uow)
            tip, pieces = await answer_tip(number, actor=actor, uow=uow)
            chat = read_piece(pieces[-1], tip, private).chat
            letters = Letters(OwnKey(settings.data / TIPS_KEY), uow.messages.wording)
            message = Message(template="tip_answered", data={"number": number, "words": words})
            await letters.say(chat, await _language(chat, uow), message, number, uow.connection)
    shell.say("tips_answered", number=number)


async def _language(chat: int, uow: SqlUnitOfWork) -> str:
    person = await uow.person_in(chat)
    return person.language if person else uow.company.languages[0]
