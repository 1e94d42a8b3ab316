"""An agreed action is sent back by its verifier, withdrawn, or given another verifier."""

from enum import StrEnum

from core.actions.corrective.change_action import (
    action_to_change,
    action_to_verify,
    change_verifier,
    send_back_action,
    withdraw_action,
)
from core.model.message import Message
from core.rules.duty.duty_file import DutyFile
from core.rules.staff.find_person import find_person
from core.screens.duty_card import duty_head
from core.screens.duty_field import back_to_duty, people_for_duty
from handlers.corrective import MOST_FOUND
from handlers.duties import on_this_duty
from handlers.duty_turn import duty_in, redraw_duty, version_in
from handlers.numbers import number_in
from handlers.routes import Routes
from handlers.turn import Turn


class Step(StrEnum):
    """What is being asked."""

    BACK = "action_sent_back"
    WITHDRAWN = "action_withdrawn"
    VERIFIER = "action_verifier"


async def back_pressed(turn: Turn) -> None:
    """退回 was pressed: ask why."""
    file = await action_to_verify(turn.press.id, actor=turn.actor, uow=turn.uow)
    await _ask(turn, file, Step.BACK, "action_back_asked")


async def withdrawal_pressed(turn: Turn) -> None:
    """取消措施 was pressed: ask why."""
    file = await action_to_change(turn.press.id, actor=turn.actor, uow=turn.uow)
    await _ask(turn, file, Step.WITHDRAWN, "action_withdrawal_asked")


async def verifier_pressed(turn: Turn) -> None:
    """换验证人 was pressed: ask whom."""
    file = await action_to_change(turn.press.id, actor=turn.actor, uow=turn.uow)
    await _ask(turn, file, Step.VERIFIER, "action_verifier_asked")


async def _ask(turn: Turn, file: DutyFile, step: Step, template: str) -> None:
    message = Message(template=template, data=duty_head(file), rows=((back_to_duty(file),),))
    await turn.redraw(message)
    await turn.expect(step, duty=file.duty.id, version=file.duty.version)


async def back_typed(turn: Turn) -> None:
    """Send it back."""
    duty, version = duty_in(turn), version_in(turn)
    await redraw_duty(turn, await send_back_action(duty, version, turn.words, actor=turn.actor, uow=turn.uow))


async def withdrawal_typed(turn: Turn) -> None:
    """Withdraw it."""
    duty, version = duty_in(turn), version_in(turn)
    await redraw_duty(turn, await withdraw_action(duty, version, turn.words, actor=turn.actor, uow=turn.uow))


async def name_typed(turn: Turn) -> None:
    """Show who fits; the question stays open until one is picked."""
    file = await action_to_change(duty_in(turn), actor=turn.actor, uow=turn.uow)
    found = find_person(turn.words, file.roster.staff.values(), file.roster.day)
    await turn.reply.say(people_for_duty(file, "verifier_pick", turn.words, found[:MOST_FOUND]))


async def verifier_picked(turn: Turn) -> None:
    """Somebody else verifies it."""
    person_id = number_in(turn.press.arg)
    file = await change_verifier(turn.press.id, turn.press.version, person_id, actor=turn.actor, uow=turn.uow)
    await redraw_duty(turn, file)


def handlers() -> Routes:
    """What this module answers."""
    return Routes(
        presses={
            "action_back": back_pressed,
            "action_withdraw": withdrawal_pressed,
            "action_verifier": verifier_pressed,
            "verifier_pick": on_this_duty(verifier_picked),
        },
        steps={
            Step.BACK: back_typed,
            Step.WITHDRAWN: withdrawal_typed,
            Step.VERIFIER: name_typed,
        },
    )
