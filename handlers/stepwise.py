"""/new: one question at a time, with back, skip and cancel; the review at the end.

site? -> customer -> product or order -> date -> quantities -> what happened -> photos -> demand
-> what only the rulebook in force asks -> review
"""

from core.actions.draft.add_to_draft import add_to_draft
from core.actions.draft.fill_draft import fill_draft
from core.actions.draft.intake_in_force import intake_in_force
from core.actions.draft.start_draft import start_draft
from core.actions.draft.view_step import view_step
from core.errors import NoSuchThing
from core.model.draft import Draft, DraftState
from core.model.intake_step import IntakeStep
from core.model.message import Button, Message
from core.rules.draft.draft_fields import has_content
from core.rules.draft.intake_asked import IntakeAsked
from core.screens.draft_field import walk_screen, walk_steps
from handlers.arriving import is_elsewhere, something_arrived
from handlers.draft_turn import asked_draft, pressed_draft, show_draft, sites_of, viewed
from handlers.pieces import has_file
from handlers.routes import Routes
from handlers.taking import piece_taken
from handlers.turn import Turn


async def wanted_new(turn: Turn) -> None:
    """Somebody sent /new: an open draft offers itself first."""
    opened = await turn.uow.drafts.where(person_id=turn.actor.id, state=DraftState.OPEN)
    opened = tuple(draft for draft in opened if has_content(draft))
    if not opened:
        await started_new(turn)
        return
    draft = opened[-1]
    view = await viewed(turn, draft)
    rows = ((Button("resume", "resume", draft.id, draft.version), Button("start_new", "start_new")),)
    await turn.reply.say(
        Message(template="draft_waiting", data=view.shown() | {"opened_at": draft.opened_at}, rows=rows)
    )


async def started_new(turn: Turn) -> None:
    """A new draft, and its first question."""
    draft = await start_draft(DraftState.OPEN, turn.uow.now, actor=turn.actor, uow=turn.uow)
    asked = await intake_in_force(draft, uow=turn.uow)
    await ask_step(turn, draft, _steps(turn, asked)[0], asked)


async def ask_step(turn: Turn, draft: Draft, field: str, asked: IntakeAsked) -> None:
    """Put the question for that field, in place of the pressed one or below."""
    await turn.redraw(walk_screen(field, await view_step(draft, field, asked, uow=turn.uow), sites_of(turn)))
    step = IntakeStep.WALKING_PHOTOS if field == "photos" else IntakeStep.WALKING
    await turn.expect(step, draft=draft.id, field=field)


async def go_on(turn: Turn, draft: Draft, field: str) -> None:
    """The question after that field's; the review after the last."""
    asked = await intake_in_force(draft, uow=turn.uow)
    steps = _steps(turn, asked)
    after = steps[steps.index(field) + 1 :] if field in steps else ()
    if after:
        await ask_step(turn, draft, after[0], asked)
        return
    await show_draft(turn, draft)


async def answered_step(turn: Turn) -> None:
    """A text answers the question; a file joins the draft; what is forwarded or replies to a case is another matter."""
    if await is_elsewhere(turn):
        await something_arrived(turn)
        return
    if has_file(turn.update.message):
        await sent_photos(turn)
        return
    draft = await asked_draft(turn)
    field = turn.asked("field")
    draft = await fill_draft(draft, field, turn.words, actor=turn.actor, uow=turn.uow)
    await go_on(turn, draft, field)


async def sent_photos(turn: Turn) -> None:
    """A photo, file or text for the draft, any number of them; one message counts them."""
    draft = await asked_draft(turn)
    piece = await piece_taken(turn)
    if piece is None:
        return
    draft = await add_to_draft(draft, piece, actor=turn.actor, uow=turn.uow, is_quiet=True)
    view = await viewed(turn, draft)
    is_asked = turn.asked("field") == "photos"
    done = (Button("done", "walk_on", draft.id, draft.version, "photos"),) if is_asked else ()
    await turn.say("photos_counted", done, card=f"photos:{draft.id}", counts=view.counts())


async def went_on(turn: Turn) -> None:
    """跳过 or 完成 was pressed."""
    if draft := await pressed_draft(turn):
        await go_on(turn, draft, turn.press.arg)


async def went_to(turn: Turn) -> None:
    """返回 was pressed."""
    draft = await pressed_draft(turn)
    if draft is None:
        return
    asked = await intake_in_force(draft, uow=turn.uow)
    if turn.press.arg not in _steps(turn, asked):
        raise NoSuchThing("thing_unknown")
    await ask_step(turn, draft, turn.press.arg, asked)


def _steps(turn: Turn, asked: IntakeAsked) -> tuple[str, ...]:
    return walk_steps(sites_of(turn), asked)


def handlers() -> Routes:
    """The questions of /new."""
    return Routes(
        commands={"new": wanted_new},
        presses={"start_new": started_new, "walk_on": went_on, "walk_to": went_to},
        steps={IntakeStep.WALKING: answered_step, IntakeStep.WALKING_PHOTOS: sent_photos},
        takes_files=frozenset({IntakeStep.WALKING, IntakeStep.WALKING_PHOTOS}),
    )
