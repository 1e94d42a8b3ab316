"""Duties that rulebooks demand: the list of a case, a duty's card, and saying that it is done."""

from core.actions.duty.finish_duty import finish_duty, second_duty
from core.actions.duty.open_periodic_duties import CALENDAR, calendar_rang
from core.actions.duty.undo_duty import undo_duty
from core.errors import SomebodyWasFirst
from core.model.message import Message
from core.screens.duties_of_case import duties_screen
from core.screens.duty_card import duty_card, duty_head
from handlers.case_turn import pressed_case
from handlers.duty_turn import pressed_duty, redraw_duty
from handlers.routes import Handler, Routes
from handlers.turn import Turn


async def duties_listed(turn: Turn) -> None:
    """事项 was pressed on a case."""
    case = await pressed_case(turn)
    duties = await turn.uow.duties.where(case_id=case.id)
    demanded = tuple(duty for duty in duties if duty.has_card)
    await turn.redraw(duties_screen(case, demanded, turn.uow.now, turn.actor.language))


async def duty_opened(turn: Turn) -> None:
    """A duty was pressed: its card."""
    await redraw_duty(turn, await pressed_duty(turn))


async def duty_files_opened(turn: Turn) -> None:
    """证据 was pressed: the texts, and the files beneath."""
    file = await pressed_duty(turn)
    files = tuple(piece.id for piece in file.evidence if piece.file_id)
    data = duty_head(file) | {"pieces": file.evidence}
    await turn.reply.say(Message(template="duty_files_shown", data=data, files=files))


async def duty_finished(turn: Turn) -> None:
    """完成 was pressed."""
    press = turn.press
    file = await finish_duty(press.id, press.version, actor=turn.actor, uow=turn.uow)
    await turn.toast("duty_waits_for_second" if file.waits_for_second() else "duty_done")
    await redraw_duty(turn, file)


async def duty_seconded(turn: Turn) -> None:
    """确认 was pressed by a second person."""
    press = turn.press
    file = await second_duty(press.id, press.version, actor=turn.actor, uow=turn.uow)
    await turn.toast("duty_done")
    await redraw_duty(turn, file)


async def duty_undone(turn: Turn) -> None:
    """撤回 was pressed."""
    file = await undo_duty(turn.press.id, actor=turn.actor, uow=turn.uow)
    await turn.toast("taken_back")
    await redraw_duty(turn, file)


def on_this_duty(handler: Handler) -> Handler:
    """The handler, showing the card as it is now where somebody was first."""

    async def refusing(turn: Turn) -> None:
        try:
            await handler(turn)
        except SomebodyWasFirst as refusal:
            screen = duty_card(await pressed_duty(turn), turn.actor)
            raise SomebodyWasFirst(refusal.what, **{**refusal.data, "screen": screen}) from refusal

    return refusing


def handlers() -> Routes:
    """What this module answers."""
    return Routes(
        presses={
            "duties": duties_listed,
            "duty": duty_opened,
            "duty_files": duty_files_opened,
            "duty_done": on_this_duty(duty_finished),
            "duty_second": on_this_duty(duty_seconded),
            "duty_undo": duty_undone,
        },
        rings={CALENDAR: calendar_rang},
    )
