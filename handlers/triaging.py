"""Triage: take a case on, name another investigator, ask for more, or not take it on."""

from core.actions.case.accept_case import accept_case, who_investigates
from core.actions.case.hand_over_case import check_hand_over, hand_over_case
from core.actions.case.people_of_case import quality_of
from core.actions.case.triage_rights import check_triage
from core.errors import NotAllowed
from core.model.case import Case
from core.model.person import Person
from core.screens.triage import investigators_screen
from handlers.case_turn import pressed_case, triaged_case
from handlers.numbers import number_in
from handlers.routes import Routes
from handlers.turn import Turn


async def opened_triage(turn: Turn) -> None:
    """Open the triage card, or go back to it."""
    await turn.redraw(await triaged_case(turn, await pressed_case(turn)))


async def opened_triage_below(turn: Turn) -> None:
    """处理 was pressed in a list, which stays as it is."""
    await turn.reply.say(await triaged_case(turn, await pressed_case(turn)))


async def accepted(turn: Turn) -> None:
    """受理 was pressed: who pressed investigates, or whom they stand in for; who reported it names somebody else."""
    case = await pressed_case(turn)
    await check_triage(case, actor=turn.actor, uow=turn.uow)
    if case.reporter_id == turn.actor.id:
        await _choose(turn, case, "accept_for")
        return
    case = await accept_case(case, who_investigates(case, turn.actor), actor=turn.actor, uow=turn.uow)
    await turn.redraw(await triaged_case(turn, case))


async def accepted_for(turn: Turn) -> None:
    """Another investigator was chosen while accepting."""
    investigator = await _chosen(turn)
    case = await accept_case(await pressed_case(turn), investigator, actor=turn.actor, uow=turn.uow)
    await turn.redraw(await triaged_case(turn, case))


async def wanted_hand_over(turn: Turn) -> None:
    """换人调查 was pressed: choose who."""
    case = await pressed_case(turn)
    check_hand_over(case, actor=turn.actor)
    await _choose(turn, case, "hand_to")


async def handed_over(turn: Turn) -> None:
    """Another investigator was chosen."""
    investigator = await _chosen(turn)
    case = await hand_over_case(await pressed_case(turn), investigator, actor=turn.actor, uow=turn.uow)
    await turn.toast("handed_over", number=case.number, who=investigator.name)
    await turn.redraw(await triaged_case(turn, case))


async def _choose(turn: Turn, case: Case, verb: str) -> None:
    without = (case.reporter_id, case.owner_id, turn.actor.id)
    others = [one for one in await quality_of(case.site, uow=turn.uow) if one.id not in without]
    if not others:
        raise NotAllowed("no_other_investigator", number=case.number)
    await turn.redraw(investigators_screen(case, turn.uow.company, others, verb))


async def _chosen(turn: Turn) -> Person:
    return await turn.uow.persons.get(number_in(turn.press.arg))


def handlers() -> Routes:
    """Taking a case on."""
    return Routes(
        presses={
            "triage": opened_triage,
            "triage_below": opened_triage_below,
            "accept": accepted,
            "accept_for": accepted_for,
            "hand_over": wanted_hand_over,
            "hand_to": handed_over,
        }
    )
