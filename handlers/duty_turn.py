"""What handlers of duties share: the duty under a button or question, and showing its card."""

from core.actions.corrective.change_action import plans_action
from core.actions.duty.read_duty import read_duty
from core.rules.duty.duty_file import DutyFile
from core.screens.duty_card import duty_card, with_planning
from handlers.numbers import number_in
from handlers.turn import Turn


async def pressed_duty(turn: Turn) -> DutyFile:
    """The duty under the pressed button, for whoever may read it."""
    return await read_duty(turn.press.id, actor=turn.actor, uow=turn.uow)


async def redraw_duty(turn: Turn, file: DutyFile) -> None:
    """Its card in place of what was pressed, or below what was typed; an open question is forgotten."""
    await turn.settle()
    card = duty_card(file, turn.actor)
    plans = await plans_action(file, actor=turn.actor, uow=turn.uow)
    await turn.redraw(with_planning(card, file) if plans else card)


def duty_in(turn: Turn) -> int:
    """The duty that the open question is about."""
    return number_in(turn.asked("duty"))


def version_in(turn: Turn) -> int:
    """The state of the duty that the open question was asked on."""
    return number_in(turn.asked("version"))


def place_in(turn: Turn) -> int:
    """The field that the open question is about."""
    return number_in(turn.asked("place"))
