"""Sales adds what quality asked for, and gives the case back."""

from datetime import timedelta
from typing import Final

from core.actions.case.give_back_case import give_back_case
from core.actions.case.join_case import join_case
from core.model.case import Stage
from core.model.intake_step import IntakeStep
from core.model.message import Message
from handlers.arriving import something_arrived
from handlers.case_turn import asked_case, opened_case, pressed_case
from handlers.routes import Routes
from handlers.taking import piece_taken
from handlers.turn import Turn

# after this long, what comes is likely about something else
PATIENCE: Final = timedelta(hours=1)


async def wanted_to_supplement(turn: Turn) -> None:
    """补充 was pressed: whatever comes next joins the case."""
    case = await pressed_case(turn)
    message = Message(template="supplement_asked", data={"case_id": case.id, "number": case.number})
    await turn.ask(IntakeStep.SUPPLEMENTING, message, case=case.id)


async def supplemented(turn: Turn) -> None:
    """Something was sent for the case; once that is long ago, or the case has moved on, it is asked about instead."""
    case = await asked_case(turn)
    if case.stage is not Stage.RETURNED or _is_long_ago(turn):
        await turn.settle()
        await something_arrived(turn)
        return
    piece = await piece_taken(turn)
    if piece is None:
        return
    await join_case((piece,), case, actor=turn.actor, uow=turn.uow)


def _is_long_ago(turn: Turn) -> bool:
    return turn.dialogue is None or turn.uow.now - turn.dialogue.asked_at > PATIENCE


async def gave_back(turn: Turn) -> None:
    """完成 was pressed: quality looks again."""
    case = await give_back_case(await pressed_case(turn), actor=turn.actor, uow=turn.uow)
    await turn.settle()
    await turn.redraw(await opened_case(turn, case))


def handlers() -> Routes:
    """Adding to a case."""
    return Routes(
        presses={"supplement": wanted_to_supplement, "give_back": gave_back},
        steps={IntakeStep.SUPPLEMENTING: supplemented},
        takes_files=frozenset({IntakeStep.SUPPLEMENTING}),
    )
