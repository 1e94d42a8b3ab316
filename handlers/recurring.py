"""Whether the fault of a closed case has come back is answered by button."""

from dataclasses import replace

from core.actions.kin.answer_recurrence import answer_recurrence, read_recurrence
from core.actions.kin.watch_recurrence import WATCH, watch_rang
from core.screens.recurrence import recurrence_answered, recurrence_asked
from handlers.routes import Routes
from handlers.turn import Turn


async def question_opened(turn: Turn) -> None:
    """The question was pressed in what waits: shown again, below."""
    duty, earlier, later = await read_recurrence(turn.press.id, actor=turn.actor, uow=turn.uow)
    await turn.reply.say(replace(recurrence_asked(duty, earlier, later), is_moved=True))


async def came_back_pressed(turn: Turn) -> None:
    """复发 was pressed."""
    await _answer(turn, came_back=True)


async def unrelated_pressed(turn: Turn) -> None:
    """无关 was pressed."""
    await _answer(turn, came_back=False)


async def _answer(turn: Turn, *, came_back: bool) -> None:
    _, _, later = await read_recurrence(turn.press.id, actor=turn.actor, uow=turn.uow)
    file = await answer_recurrence(turn.press.id, came_back=came_back, actor=turn.actor, uow=turn.uow)
    await turn.toast("recurrence_kept")
    card = f"recurrence:{turn.press.id}"
    await turn.redraw(recurrence_answered(file, later, came_back=came_back, by=turn.actor, card=card))


def handlers() -> Routes:
    """What this module answers."""
    return Routes(
        presses={
            "recurrence": question_opened,
            "recurred": came_back_pressed,
            "recurred_not": unrelated_pressed,
        },
        rings={WATCH: watch_rang},
    )
