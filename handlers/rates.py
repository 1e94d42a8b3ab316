"""The investigator chooses a rate inside the range, and says why."""

from enum import StrEnum

from core.actions.case.open_dossier import open_dossier
from core.actions.investigation.choose_rate import check_rate, choose_rate
from core.model.dossier import Dossier
from core.model.message import Message
from core.screens.case_head import case_head
from core.screens.investigation import back_to_case
from handlers.numbers import number_in
from handlers.preview import case_in, own_dossier, shown_again
from handlers.routes import Routes
from handlers.turn import Turn


class Step(StrEnum):
    """What the investigator is being asked."""

    RATE = "rate_typed"
    REASON = "rate_reason"


def _message(template: str, dossier: Dossier, person_id: int, **data: object) -> Message:
    shown = case_head(dossier) | {"name": dossier.name(person_id)} | data
    return Message(template=template, data=shown, rows=((back_to_case(dossier),),))


async def _ask_reason(turn: Turn, dossier: Dossier, person_id: int, rate: str) -> None:
    message = _message("rate_reason_asked", dossier, person_id, rate=rate)
    await turn.ask(Step.REASON, message, case_id=dossier.case.id, person_id=person_id, rate=rate)


async def rate_pressed(turn: Turn) -> None:
    """Ask for the reason of that rate."""
    person, _, rate = turn.press.arg.partition(":")
    dossier = await own_dossier(turn)
    checked = await check_rate(dossier.case.id, number_in(person), rate, actor=turn.actor, uow=turn.uow)
    await _ask_reason(turn, dossier, number_in(person), checked)


async def other_rate_pressed(turn: Turn) -> None:
    """Ask for a rate to be typed."""
    dossier = await own_dossier(turn)
    person_id = number_in(turn.press.arg)
    message = _message("rate_asked", dossier, person_id)
    await turn.ask(Step.RATE, message, case_id=dossier.case.id, person_id=person_id)


async def rate_typed(turn: Turn) -> None:
    """Ask for the reason of the typed rate."""
    person_id = number_in(turn.asked("person_id"))
    rate = await check_rate(case_in(turn), person_id, turn.words, actor=turn.actor, uow=turn.uow)
    await _ask_reason(turn, await open_dossier(case_in(turn), uow=turn.uow), person_id, rate)


async def reason_typed(turn: Turn) -> None:
    """Record rate and reason."""
    dossier = await choose_rate(
        case_in(turn),
        number_in(turn.asked("person_id")),
        turn.asked("rate"),
        reason=turn.words,
        actor=turn.actor,
        uow=turn.uow,
    )
    await shown_again(turn, dossier)


def handlers() -> Routes:
    """What this module answers."""
    return Routes(
        presses={"rate": rate_pressed, "rate_other": other_rate_pressed},
        steps={Step.RATE: rate_typed, Step.REASON: reason_typed},
    )
