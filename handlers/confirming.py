"""Supervisors confirm or object; the investigator answers; anybody takes back what nobody has acted on."""

from enum import StrEnum

from core.actions.case.open_dossier import open_dossier
from core.actions.figures.answer_objection import answer_objection, check_answer
from core.actions.figures.confirm_responsibility import confirm_responsibility
from core.actions.figures.object_to_figures import check_objection, object_to_figures
from core.actions.figures.show_current import show_current
from core.actions.figures.take_back import take_back
from core.model.message import Button, Message
from core.rules.figures.desk_rights import Said
from core.screens.case_head import case_head
from handlers.changed import on_these_figures
from handlers.numbers import number_in
from handlers.preview import case_in
from handlers.routes import Routes
from handlers.turn import Turn

TOASTS = {Said.DONE: "confirmed", Said.ALREADY: "already_done", Said.AS_PARTY: "spoken_as_party"}


class Step(StrEnum):
    """What is being asked."""

    OBJECTION = "objection_reason"
    KEEPING = "keeping_reason"


async def confirmed(turn: Turn) -> None:
    """确认责任 was pressed."""
    press = turn.press
    said = await confirm_responsibility(
        press.id, press.version, number_in(press.arg), actor=turn.actor, uow=turn.uow
    )
    await turn.toast(TOASTS[said], is_alert=said is Said.AS_PARTY)
    if said is Said.AS_PARTY:
        await turn.say("spoken_for_oneself", case_id=press.id)


async def objection_pressed(turn: Turn) -> None:
    """有异议 was pressed: ask why."""
    press = turn.press
    dossier = await check_objection(
        press.id, press.version, number_in(press.arg), actor=turn.actor, uow=turn.uow
    )
    message = Message(
        template="objection_reason_asked",
        data=case_head(dossier) | {"is_party": turn.actor.id in dossier.party_ids()},
    )
    await turn.ask(Step.OBJECTION, message, case_id=press.id, version=press.version, desk=press.arg)


async def objection_typed(turn: Turn) -> None:
    """Record the objection."""
    said = await object_to_figures(
        case_in(turn),
        number_in(turn.asked("version")),
        number_in(turn.asked("desk")),
        reason=turn.words,
        actor=turn.actor,
        uow=turn.uow,
    )
    await turn.settle()
    template = "spoken_for_oneself" if said is Said.AS_PARTY else "objection_kept"
    await turn.say(template, case_id=case_in(turn))


async def keeping_pressed(turn: Turn) -> None:
    """The investigator keeps the figures: ask why."""
    press = turn.press
    dossier, objection = await check_answer(
        press.id, press.version, number_in(press.arg), actor=turn.actor, uow=turn.uow
    )
    message = Message(
        template="keeping_reason_asked", data=case_head(dossier) | {"objection": objection.reason}
    )
    await turn.ask(Step.KEEPING, message, case_id=press.id, version=press.version, decision=press.arg)


async def keeping_typed(turn: Turn) -> None:
    """Record the answer."""
    await answer_objection(
        case_in(turn),
        number_in(turn.asked("version")),
        number_in(turn.asked("decision")),
        reason=turn.words,
        actor=turn.actor,
        uow=turn.uow,
    )
    case_id = case_in(turn)
    await turn.settle()
    await turn.say("figures_kept", (Button("investigate", "investigate", case_id),), case_id=case_id)


async def taken_back(turn: Turn) -> None:
    """撤回 was pressed."""
    await take_back(turn.press.id, turn.press.version, actor=turn.actor, uow=turn.uow)
    await turn.toast("taken_back")


async def current_pressed(turn: Turn) -> None:
    """Show the card that waits for whoever asks."""
    dossier = await open_dossier(turn.press.id, uow=turn.uow)
    if not await show_current(dossier, actor=turn.actor, uow=turn.uow):
        await turn.toast("nothing_waits", is_alert=True, number=dossier.case.number)


def handlers() -> Routes:
    """What this module answers."""
    return Routes(
        presses={
            "confirm": on_these_figures(confirmed),
            "object": on_these_figures(objection_pressed),
            "keep": on_these_figures(keeping_pressed),
            "current": current_pressed,
            "take_back": on_these_figures(taken_back),
        },
        steps={
            Step.OBJECTION: on_these_figures(objection_typed),
            Step.KEEPING: on_these_figures(keeping_typed),
        },
    )
