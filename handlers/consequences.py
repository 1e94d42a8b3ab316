"""提出 and 不提出: what follows a missed deadline is decided by a person, with the reason."""

from dataclasses import replace
from enum import StrEnum

from core.actions.duty.decide_consequence import decide_consequence, open_consequence
from core.actions.duty.take_back_consequence import take_back_consequence
from core.model.case import Case
from core.model.duty import Duty
from core.screens.consequence import consequence_asked, consequence_reason_asked
from handlers.numbers import number_in
from handlers.routes import Routes
from handlers.turn import Turn


class Step(StrEnum):
    """What is being asked."""

    PROPOSE = "consequence_proposed"
    LEAVE = "consequence_left"


async def consequence_opened(turn: Turn) -> None:
    """The proposal was pressed in the list, or 返回: its card as it is now."""
    duty = await open_consequence(turn.press.id, actor=turn.actor, uow=turn.uow)
    await turn.settle()
    await turn.redraw(consequence_asked(duty, await _case_of(duty, turn)))


async def wanted_to_propose(turn: Turn) -> None:
    """提出 was pressed: ask why."""
    await _ask(turn, Step.PROPOSE)


async def wanted_to_leave(turn: Turn) -> None:
    """不提出 was pressed: ask why."""
    await _ask(turn, Step.LEAVE)


async def said_why(turn: Turn) -> None:
    """The reason was typed."""
    duty_id, is_proposed = number_in(turn.asked("duty")), turn.asked("is_proposed") == "yes"
    duty = await decide_consequence(
        duty_id, turn.words, is_proposed=is_proposed, actor=turn.actor, uow=turn.uow
    )
    await turn.settle()
    # below the reason that was typed, where the person looks
    await turn.reply.say(replace(consequence_asked(duty, await _case_of(duty, turn)), is_moved=True))


async def wanted_back(turn: Turn) -> None:
    """撤回 was pressed: it is to be decided again."""
    duty = await take_back_consequence(turn.press.id, actor=turn.actor, uow=turn.uow)
    await turn.toast("taken_back")
    await turn.redraw(consequence_asked(duty, await _case_of(duty, turn)))


async def _ask(turn: Turn, step: Step) -> None:
    duty = await open_consequence(turn.press.id, actor=turn.actor, uow=turn.uow)
    case = await _case_of(duty, turn)
    if not duty.is_open:
        await turn.redraw(consequence_asked(duty, case))
        return
    is_proposed = step is Step.PROPOSE
    await turn.redraw(consequence_reason_asked(duty, case, is_proposed=is_proposed))
    await turn.expect(step, duty=duty.id, is_proposed="yes" if is_proposed else "no")


async def _case_of(duty: Duty, turn: Turn) -> Case | None:
    return None if duty.case_id is None else await turn.uow.cases.get(duty.case_id)


def handlers() -> Routes:
    """What this module answers."""
    return Routes(
        presses={
            "missed": consequence_opened,
            "missed_yes": wanted_to_propose,
            "missed_no": wanted_to_leave,
            "missed_back": wanted_back,
        },
        steps={Step.PROPOSE.value: said_why, Step.LEAVE.value: said_why},
    )
