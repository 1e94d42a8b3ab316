"""A named person speaks, with photos if they like, or does not."""

from dataclasses import replace
from enum import StrEnum

from core.actions.investigation.add_statement_piece import add_statement_piece
from core.actions.investigation.decline_statement import decline_statement
from core.actions.investigation.make_statement import check_may_speak, make_statement
from core.model.dialogue import Dialogue
from core.model.message import Button, Message
from core.screens.case_head import case_head
from handlers.pieces import has_file, piece_from
from handlers.preview import case_in
from handlers.routes import Routes
from handlers.taking import warn_of_size
from handlers.turn import Turn


class Step(StrEnum):
    """What a named person is being asked."""

    STATEMENT = "statement"


async def speaking_pressed(turn: Turn) -> None:
    """Ask for the statement; anything sent until 完成 belongs to it."""
    dossier = await check_may_speak(turn.press.id, actor=turn.actor, uow=turn.uow)
    rows = ((Button("done", "spoken", turn.press.id),),)
    message = Message(template="statement_asked", data=case_head(dossier), rows=rows)
    await turn.ask(Step.STATEMENT, message, case_id=turn.press.id)


async def statement_sent(turn: Turn) -> None:
    """Record what was said, and keep what was shown."""
    if not turn.words and not has_file(turn.update.message):
        await turn.say("statement_unreadable")
        return
    album = turn.update.message.media_group_id if turn.update.message else None
    statement_id = int(turn.asked("statement_id") or 0)
    if turn.words or not statement_id:
        statement = await make_statement(case_in(turn), turn.words, actor=turn.actor, uow=turn.uow)
        statement_id = statement.id
    piece = piece_from(turn)
    if piece is not None and has_file(turn.update.message):
        await warn_of_size(turn, piece)
        await add_statement_piece(replace(piece, text=""), statement_id, actor=turn.actor, uow=turn.uow)
    if album is None or album != turn.asked("album"):
        await _acknowledge(turn)
    await _remember(turn, statement_id, album or "")


async def _acknowledge(turn: Turn) -> None:
    rows = ((Button("done", "spoken", case_in(turn)),),)
    await turn.reply.say(Message(template="statement_kept", data={"case_id": case_in(turn)}, rows=rows))


async def _remember(turn: Turn, statement_id: int, album: str) -> None:
    data = {"case_id": case_in(turn), "statement_id": statement_id, "album": album}
    await turn.uow.dialogues.put(
        Dialogue(person_id=turn.actor.id, step=Step.STATEMENT.value, data=data, asked_at=turn.uow.now)
    )


async def statement_finished(turn: Turn) -> None:
    """Close the question."""
    await turn.settle()
    await turn.redraw(Message(template="statement_finished", data={"case_id": turn.press.id}))


async def silence_pressed(turn: Turn) -> None:
    """Record that they do not want to speak now."""
    await decline_statement(turn.press.id, actor=turn.actor, uow=turn.uow)
    await turn.toast("statement_declined", is_alert=True)


def handlers() -> Routes:
    """What this module answers."""
    return Routes(
        presses={"speak": speaking_pressed, "silent": silence_pressed, "spoken": statement_finished},
        steps={Step.STATEMENT: statement_sent},
        takes_files=frozenset({Step.STATEMENT.value}),
    )
