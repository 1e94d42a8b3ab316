"""An answer chosen by button, in /new or for a draft's missing field."""

from typing import Final

from core.actions.draft.fill_draft import fill_draft
from core.model.draft import Draft
from core.model.intake_step import IntakeStep
from core.model.message import Message
from handlers.draft_turn import pressed_draft, show_draft
from handlers.numbers import number_in
from handlers.routes import Routes
from handlers.stepwise import go_on
from handlers.turn import Turn

_NAMED: Final = ("customer", "subject")


async def picked(turn: Turn) -> None:
    """A likely answer was pressed: `field:value`."""
    draft = await pressed_draft(turn)
    if draft is None:
        return
    field, _, value = turn.press.arg.partition(":")
    draft = await fill_draft(
        draft, _target(field), await _meant(turn, field, value), actor=turn.actor, uow=turn.uow
    )
    if _is_walking(turn, draft, field):
        await go_on(turn, draft, field)
    else:
        await show_draft(turn, draft)


def _target(field: str) -> str:
    return "product" if field == "subject" else field


async def _meant(turn: Turn, field: str, value: str) -> str:
    if field in _NAMED:
        return (await turn.uow.remembered.get(number_in(value))).name
    if field == "demand":
        return await worded(turn, "demand", value)
    return value


async def worded(turn: Turn, group: str, code: str) -> str:
    """The words of that choice in the presser's language."""
    message = Message(template="choice_worded", data={"group": group, "code": code})
    return await turn.uow.outbox.words(turn.actor.language, message)


def _is_walking(turn: Turn, draft: Draft, field: str) -> bool:
    return (
        turn.dialogue is not None
        and turn.dialogue.step == IntakeStep.WALKING
        and turn.asked("draft") == str(draft.id)
        and turn.asked("field") == field
    )


def handlers() -> Routes:
    """Answers by button."""
    return Routes(presses={"pick": picked})
