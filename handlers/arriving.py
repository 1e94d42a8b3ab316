"""Something came in private that answers no question: keep it, and find out what it belongs to."""

from core.actions.case.find_case import find_case
from core.actions.case.join_case import join_case
from core.actions.draft.keep_edit import keep_edit
from core.actions.draft.take_in_piece import take_in_piece
from core.rules.draft.draft_fields import longest
from handlers.pieces import is_forwarded
from handlers.routes import Routes
from handlers.taking import piece_taken
from handlers.turn import Turn


async def something_arrived(turn: Turn) -> None:
    """Somebody sent or forwarded something: it joins the case it replies to, its album, its burst, or begins a draft."""
    piece = await piece_taken(turn)
    if piece is None:
        return
    case_id = await _replied_to(turn)
    if case_id is not None:
        case = await find_case(case_id, actor=turn.actor, uow=turn.uow)
        await join_case((piece,), case, actor=turn.actor, uow=turn.uow)
        return
    await take_in_piece(piece, is_forwarded=is_forwarded(turn.update.message), actor=turn.actor, uow=turn.uow)


async def is_elsewhere(turn: Turn) -> bool:
    """Whether what came cannot answer a draft's question: forwarded, too long, or a reply to a case's message."""
    is_too_long = len(turn.words) > longest(turn.asked("field"))
    return is_too_long or is_forwarded(turn.update.message) or await _replied_to(turn) is not None


async def message_edited(turn: Turn) -> None:
    """Somebody edited a message: what was received stays, the new wording is kept beside it."""
    message = turn.update.edited_message
    if message is None:
        return
    kept = await keep_edit(turn.words, turn.chat_id, message.message_id, actor=turn.actor, uow=turn.uow)
    await turn.say("edit_noted", is_kept=kept is not None)


async def _replied_to(turn: Turn) -> int | None:
    message = turn.update.message
    replied = message.reply_to_message if message else None
    return None if replied is None else await turn.uow.shown(turn.chat_id, replied.message_id)


def handlers() -> Routes:
    """What arrives without a question, and what is edited."""
    return Routes(arrived=something_arrived, edited=message_edited)
