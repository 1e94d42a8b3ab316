"""A draft on its way: fields filled and edited, split, cancelled, taken up again."""

from core.actions.draft.add_to_draft import add_to_draft
from core.actions.draft.cancel_draft import cancel_draft
from core.actions.draft.fill_draft import fill_draft
from core.actions.draft.reopen_draft import reopen_draft
from core.actions.draft.settle_draft import settle_draft
from core.actions.draft.split_draft import split_draft
from core.model.intake_step import IntakeStep
from core.model.message import Button, Message
from core.screens.draft import draft_screen
from core.screens.draft_field import field_screen, fields_screen
from handlers.arriving import is_elsewhere, something_arrived
from handlers.draft_turn import asked_draft, pressed_draft, show_draft, sites_of, viewed
from handlers.pieces import has_file
from handlers.routes import Routes
from handlers.taking import piece_taken
from handlers.turn import Turn


async def wanted_to_edit(turn: Turn) -> None:
    """修改 was pressed: list the fields."""
    if draft := await pressed_draft(turn):
        await turn.redraw(fields_screen(await viewed(turn, draft), sites_of(turn)))


async def chose_field(turn: Turn) -> None:
    """A field was pressed: show where its value was read, and ask for another."""
    if draft := await pressed_draft(turn):
        await turn.redraw(field_screen(turn.press.arg, await viewed(turn, draft), sites_of(turn)))
        await turn.expect(IntakeStep.FILLING, draft=draft.id, field=turn.press.arg)


async def answered_field(turn: Turn) -> None:
    """A text answers the open question of a draft; a file joins it; what is forwarded or replies to a case is another matter."""
    if await is_elsewhere(turn):
        await something_arrived(turn)
        return
    draft = await asked_draft(turn)
    if has_file(turn.update.message):
        await _file_for(turn)
        return
    field = turn.asked("field")
    draft = await fill_draft(draft, field, turn.words, actor=turn.actor, uow=turn.uow)
    await show_draft(turn, draft)


async def _file_for(turn: Turn) -> None:
    draft = await asked_draft(turn)
    if piece := await piece_taken(turn):
        await add_to_draft(draft, piece, actor=turn.actor, uow=turn.uow, is_shown_anew=True)


async def dropped(turn: Turn) -> None:
    """取消 was pressed: the draft rests, and can be taken up again."""
    if draft := await pressed_draft(turn):
        draft = await cancel_draft(draft, uow=turn.uow)
        await turn.settle()
        back = Button("resume", "resume", draft.id, draft.version)
        await turn.redraw(Message(template="draft_cancelled", rows=((back,),)))


async def resumed(turn: Turn) -> None:
    """继续草稿 or 返回 was pressed: the draft as it stands."""
    draft = await reopen_draft(turn.press.id, actor=turn.actor, uow=turn.uow)
    await show_draft(turn, draft)


async def split(turn: Turn) -> None:
    """拆成两件 was pressed: one draft for each sender, each shown."""
    if draft := await pressed_draft(turn):
        first, *others = await split_draft(draft, actor=turn.actor, uow=turn.uow)
        await show_draft(turn, first)
        for other in others:
            view = await viewed(turn, other)
            await turn.reply.say(draft_screen(view))


def handlers() -> Routes:
    """What a draft's buttons and questions do."""
    return Routes(
        presses={
            "edit": wanted_to_edit,
            "fill": chose_field,
            "drop": dropped,
            "resume": resumed,
            "split": split,
        },
        steps={IntakeStep.FILLING: answered_field},
        takes_files=frozenset({IntakeStep.FILLING}),
        rings={"settle_draft": settle_draft},
    )
