"""What somebody named in the case has done for its customer is confirmed by another, or is not done yet."""

from enum import StrEnum

from core.actions.remedy.ask_to_confirm import ask_to_confirm, not_done_yet, open_confirming
from core.screens.remedy import remedy_screen
from core.screens.undertaking import not_done_why
from handlers.numbers import number_in
from handlers.remedy_turn import on_this_plan, plan_in, shown_remedy
from handlers.routes import Routes
from handlers.turn import Turn


class Step(StrEnum):
    """What is being asked."""

    WHY = "remedy_again"


async def confirmation_wanted(turn: Turn) -> None:
    """请人确认 was pressed: it waits for whoever leads the case."""
    press = turn.press
    file = await ask_to_confirm(press.id, press.version, number_in(press.arg), actor=turn.actor, uow=turn.uow)
    await turn.settle()
    await turn.toast("confirmation_asked")
    await turn.redraw(remedy_screen(file, turn.actor))


async def not_done_pressed(turn: Turn) -> None:
    """还没办完 was pressed: what is missing."""
    press = turn.press
    part = number_in(press.arg)
    file, one = await open_confirming(press.id, press.version, part, actor=turn.actor, uow=turn.uow)
    await turn.ask(Step.WHY, not_done_why(file, one), case=press.id, version=press.version, part=part)


async def reason_typed(turn: Turn) -> None:
    """Give it back with that reason."""
    case_id, version = plan_in(turn)
    part = number_in(turn.asked("part"))
    file = await not_done_yet(case_id, version, part, turn.words, actor=turn.actor, uow=turn.uow)
    await shown_remedy(turn, file)


def handlers() -> Routes:
    """What this module answers."""
    return Routes(
        presses={
            "remedy_ask": on_this_plan(confirmation_wanted),
            "remedy_again": on_this_plan(not_done_pressed),
        },
        steps={Step.WHY: reason_typed},
    )
