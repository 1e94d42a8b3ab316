"""A product that comes back too often: quality looks at its cases and says what is done."""

from enum import StrEnum

from core.actions.kin.answer_frequent import answer_frequent, cases_of_frequent, open_frequent
from core.screens.frequent import answer_asked, frequent_screen
from handlers.numbers import number_in
from handlers.routes import Routes
from handlers.turn import Turn


class Step(StrEnum):
    """What is being asked."""

    ANSWER = "frequent_answer"


async def frequent_opened(turn: Turn) -> None:
    """It was pressed in /due: the cases, below."""
    duty = await open_frequent(turn.press.id, actor=turn.actor, uow=turn.uow)
    cases = await cases_of_frequent(duty, uow=turn.uow)
    await turn.reply.say(frequent_screen(duty, cases, turn.uow.company))


async def answer_pressed(turn: Turn) -> None:
    """写明怎么处理 was pressed: ask."""
    duty = await open_frequent(turn.press.id, actor=turn.actor, uow=turn.uow)
    await turn.ask(Step.ANSWER, answer_asked(duty), duty=duty.id)


async def answer_typed(turn: Turn) -> None:
    """What is done about it."""
    duty_id = number_in(turn.asked("duty"))
    duty = await answer_frequent(duty_id, turn.words, actor=turn.actor, uow=turn.uow)
    await turn.settle()
    await turn.say("frequent_kept", site=duty.site, product=duty.data["product"])


def handlers() -> Routes:
    """What this module answers."""
    return Routes(
        presses={"frequent": frequent_opened, "frequent_done": answer_pressed},
        steps={Step.ANSWER: answer_typed},
    )
