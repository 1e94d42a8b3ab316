"""补填: what the rulebook asks for at intake is filled in on a registered case."""

from enum import StrEnum

from core.actions.case.fill_case import check_filling, fill_case
from core.actions.case.join_case import join_case
from core.errors import NoSuchThing
from core.model.case import Case
from core.rules.draft.case_filling import fields_to_fill
from core.rules.draft.intake_asked import PHOTO
from core.screens.case_fields import case_field_asked, case_fields_screen
from handlers.case_turn import asked_case, pressed_case
from handlers.routes import Routes
from handlers.taking import piece_taken
from handlers.turn import Turn


class Step(StrEnum):
    """What is being asked."""

    FIELD = "case_field"
    PHOTO = "case_photo"


async def filling_opened(turn: Turn) -> None:
    """补填 was pressed: show what is missing."""
    await turn.settle()
    await _list(turn, await pressed_case(turn))


async def field_pressed(turn: Turn) -> None:
    """A field was pressed: ask for it."""
    case = await pressed_case(turn)
    asked = await check_filling(case, actor=turn.actor, uow=turn.uow)
    field = turn.press.arg
    if field not in fields_to_fill(case, asked):
        raise NoSuchThing("thing_unknown")
    await turn.redraw(case_field_asked(case, field, asked, turn.actor.language))
    is_photo = field in asked.fields and asked.fields[field].type == PHOTO
    await turn.expect(Step.PHOTO if is_photo else Step.FIELD, case=case.id, field=field)


async def field_picked(turn: Turn) -> None:
    """An answer was pressed: `field:value`."""
    field, _, value = turn.press.arg.partition(":")
    case = await fill_case(await pressed_case(turn), field, value, actor=turn.actor, uow=turn.uow)
    await turn.settle()
    await _list(turn, case)


async def field_typed(turn: Turn) -> None:
    """The answer was typed."""
    case = await fill_case(
        await asked_case(turn), turn.asked("field"), turn.words, actor=turn.actor, uow=turn.uow
    )
    await turn.settle()
    await _list(turn, case)


async def photo_sent(turn: Turn) -> None:
    """A photo or file was sent; words are none."""
    case = await asked_case(turn)
    if piece := await piece_taken(turn, needs_file=True):
        await join_case((piece,), case, actor=turn.actor, uow=turn.uow)


async def _list(turn: Turn, case: Case) -> None:
    asked = await check_filling(case, actor=turn.actor, uow=turn.uow)
    await turn.redraw(case_fields_screen(case, asked, turn.actor.language))


def handlers() -> Routes:
    """What this module answers."""
    return Routes(
        presses={"case_fields": filling_opened, "case_fill": field_pressed, "case_pick": field_picked},
        steps={Step.FIELD: field_typed, Step.PHOTO: photo_sent},
        takes_files=frozenset({Step.PHOTO}),
    )
