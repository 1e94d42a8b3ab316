"""Approvers approve, or send the figures back with a reason."""

from enum import StrEnum

from core.actions.figures.approve_figures import approve_figures
from core.actions.figures.check_approval import check_approval
from core.actions.figures.reject_figures import reject_figures
from core.model.message import Message
from core.rules.figures.desk_rights import Said
from core.screens.case_head import case_head
from handlers.changed import on_these_figures
from handlers.numbers import number_in
from handlers.preview import case_in
from handlers.routes import Routes
from handlers.turn import Turn


class Step(StrEnum):
    """What is being asked."""

    REJECTION = "rejection_reason"


async def approved(turn: Turn) -> None:
    """批准 was pressed."""
    press = turn.press
    said = await approve_figures(
        press.id, press.version, number_in(press.arg), actor=turn.actor, uow=turn.uow
    )
    await turn.toast("approved" if said is Said.DONE else "already_done")


async def rejection_pressed(turn: Turn) -> None:
    """驳回 was pressed: ask why."""
    press = turn.press
    dossier, _, _ = await check_approval(
        press.id, press.version, number_in(press.arg), actor=turn.actor, uow=turn.uow
    )
    message = Message(template="rejection_reason_asked", data=case_head(dossier))
    await turn.ask(Step.REJECTION, message, case_id=press.id, version=press.version, place=press.arg)


async def rejection_typed(turn: Turn) -> None:
    """Record the rejection."""
    await reject_figures(
        case_in(turn),
        number_in(turn.asked("version")),
        number_in(turn.asked("place")),
        reason=turn.words,
        actor=turn.actor,
        uow=turn.uow,
    )
    await turn.settle()
    await turn.say("rejection_kept", case_id=case_in(turn))


def handlers() -> Routes:
    """What this module answers."""
    return Routes(
        presses={
            "approve": on_these_figures(approved),
            "reject": on_these_figures(rejection_pressed),
        },
        steps={Step.REJECTION: on_these_figures(rejection_typed)},
    )
