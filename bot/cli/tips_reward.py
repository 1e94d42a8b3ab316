"""`gongdao tips reward` and `pay`: propose a reward under the pseudonym, and pay what was decided in chat."""

import asyncio
from pathlib import Path

import click
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from bot.cli.shell import Shell
from bot.cli.store import person_numbered, refusals_said, unit_of_work
from bot.cli.tip_key import as_option, key_option, sealed_otherwise_said, unlocked_key
from bot.tips.reading import read_piece
from core.actions.tip.pay_tip_reward import pay_tip_reward
from core.actions.tip.propose_tip_reward import propose_tip_reward
from core.actions.tip.read_tip import read_tip
from core.model.tip import RewardWay


@click.command()
@click.argument("number")
@as_option
@click.option(
    "--case", "case_number", required=True, help="哪个案件的制度 · the case whose rulebook promises it"
)
@click.option("--to", "decider", help="由谁决定（工号）· who decides, where several could")
@click.pass_obj
def reward(shell: Shell, number: str, employee_no: str, case_number: str, decider: str | None) -> None:
    """按制度提出奖励，由制度规定的人在聊天里决定 · propose the rulebook's reward; it is decided in chat."""
    asyncio.run(_reward(shell, number.upper(), employee_no, case_number, decider))


async def _reward(
    shell: Shell, number: str, employee_no: str, case_number: str, decider_no: str | None
) -> None:
    with refusals_said(shell):
        async with unit_of_work(shell.settings()) as uow:
            actor = await person_numbered(employee_no, uow)
            wanted = await person_numbered(decider_no, uow) if decider_no else None
            put = await propose_tip_reward(number, case_number, actor=actor, uow=uow, decider=wanted)
            decider = await uow.persons.get(put.decider_id)
    shell.say("tips_reward_proposed", number=number, reward=put, decider=decider)


@click.command()
@click.argument("number")
@as_option
@key_option
@click.option(
    "--way",
    type=click.Choice([way.value for way in RewardWay]),
    required=True,
    help="随工资 · with the wages, 或 · or 另行发放 · outside",
)
@click.pass_obj
def pay(shell: Shell, number: str, employee_no: str, file: Path, way: str) -> None:
    """发放已决定的奖励 · pay a reward that was decided."""
    private = unlocked_key(shell, file)
    with sealed_otherwise_said(shell):
        asyncio.run(_pay(shell, number.upper(), employee_no, RewardWay(way), private))


async def _pay(
    shell: Shell, number: str, employee_no: str, way: RewardWay, private: X25519PrivateKey
) -> None:
    with refusals_said(shell):
        async with unit_of_work(shell.settings()) as uow:
            actor = await person_numbered(employee_no, uow)
            tip, pieces = await read_tip(number, actor=actor, uow=uow, with_sender=True)
            sender = read_piece(pieces[0], tip, private).sender
            paid = await pay_tip_reward(number, way, sender.id, actor=actor, uow=uow)
    # outside the books somebody must hand it over, and so must know to whom
    shell.say(f"tips_paid_{way.value}", number=number, amount=paid.amount, sender=sender)
