"""The investigator looks at the preview, names cause and containment, and puts the figures."""

from enum import StrEnum

from core.actions.figures.put_figures import put_figures
from core.actions.investigation.conclude_without_charge import (
    Bearer,
    check_nobody_needed,
    conclude_without_charge,
)
from core.actions.investigation.describe_containment import describe_containment
from core.actions.investigation.explain_excess import explain_excess
from core.actions.investigation.name_cause import name_cause
from core.errors import NoSuchThing
from core.model.message import Button, Message
from core.rights.action import Action
from core.screens.case_head import case_head
from core.screens.causes import causes_screen
from core.screens.figures_put import concluded, figures_put
from core.screens.investigation import back_to_case, more_screen
from core.screens.picks import in_rows
from handlers.preview import case_in, has_departments, own_dossier, preview_of, shown_again
from handlers.routes import Routes
from handlers.turn import Turn


class Step(StrEnum):
    """What the investigator is being asked."""

    CAUSE = "cause"
    CONTAINMENT = "containment"
    EXCESS = "excess_reason"
    NOBODY = "nobody_reason"


async def investigation_opened(turn: Turn) -> None:
    """Show the preview in place."""
    await turn.settle()
    await turn.redraw(await preview_of(await own_dossier(turn), turn.uow))


async def more_pressed(turn: Turn) -> None:
    """Show what is needed less often."""
    dossier = await own_dossier(turn)
    await turn.redraw(more_screen(dossier, has_departments=has_departments(dossier, turn.uow)))


async def cause_pressed(turn: Turn) -> None:
    """Ask for the cause: in words at once, or first by one of the rulebook's kinds, if it lists any."""
    dossier = await own_dossier(turn)
    if not dossier.glossary.causes:
        await _ask(turn, Step.CAUSE, "cause_asked")
        return
    await turn.ask(Step.CAUSE, causes_screen(dossier, turn.actor.language), case_id=dossier.case.id)


async def cause_missed(turn: Turn) -> None:
    """提交确认 was pressed before any cause was named: say so, and ask for it."""
    await turn.toast("cause_first", is_alert=True)
    await cause_pressed(turn)


async def cause_chosen(turn: Turn) -> None:
    """Ask for the cause in words."""
    await _ask(turn, Step.CAUSE, "cause_asked", code=turn.press.arg)


async def containment_pressed(turn: Turn) -> None:
    """Ask what was done at once."""
    await _ask(turn, Step.CONTAINMENT, "containment_asked")


async def excess_pressed(turn: Turn) -> None:
    """Ask why the amounts may exceed the loss."""
    await _ask(turn, Step.EXCESS, "excess_asked")


async def _ask(turn: Turn, step: Step, template: str, **data: object) -> None:
    dossier = await own_dossier(turn)
    message = Message(template=template, data=case_head(dossier) | data, rows=((back_to_case(dossier),),))
    await turn.ask(step, message, case_id=dossier.case.id, **data)


async def cause_typed(turn: Turn) -> None:
    """Record the cause."""
    code = turn.asked("code")
    dossier = await name_cause(case_in(turn), turn.words, actor=turn.actor, uow=turn.uow, code=code)
    await shown_again(turn, dossier)


async def containment_typed(turn: Turn) -> None:
    """Record the containment."""
    dossier = await describe_containment(case_in(turn), turn.words, actor=turn.actor, uow=turn.uow)
    await shown_again(turn, dossier)


async def excess_typed(turn: Turn) -> None:
    """Record the reason."""
    await shown_again(turn, await explain_excess(case_in(turn), turn.words, actor=turn.actor, uow=turn.uow))


async def put_pressed(turn: Turn) -> None:
    """Put the figures to the departments."""
    dossier = await put_figures(turn.press.id, actor=turn.actor, uow=turn.uow)
    await turn.redraw(figures_put(dossier))


async def nobody_pressed(turn: Turn) -> None:
    """Ask who bears the loss if nobody is charged."""
    dossier = await own_dossier(turn, Action.CONCLUDE_WITHOUT_CHARGE)
    await check_nobody_needed(dossier, uow=turn.uow)
    case = dossier.case
    bearers = (Button(f"bearer_{one}", "bearer", case.id, case.version, one.value) for one in Bearer)
    rows = (*in_rows(bearers, 2), (back_to_case(dossier),))
    await turn.redraw(Message(template="bearer_asked", data=case_head(dossier), rows=rows))


async def bearer_pressed(turn: Turn) -> None:
    """Ask why nobody is charged."""
    await own_dossier(turn, Action.CONCLUDE_WITHOUT_CHARGE)
    await _ask(turn, Step.NOBODY, "nobody_asked", bearer=_bearer(turn.press.arg).value)


def _bearer(arg: str) -> Bearer:
    """Who was pressed; NoSuchThing for a forged button."""
    if arg not in list(Bearer):
        raise NoSuchThing("thing_unknown")
    return Bearer(arg)


async def nobody_typed(turn: Turn) -> None:
    """Put the conclusion to the chain."""
    bearer = Bearer(turn.asked("bearer"))
    dossier = await conclude_without_charge(
        case_in(turn), bearer, reason=turn.words, actor=turn.actor, uow=turn.uow
    )
    await turn.settle()
    await turn.reply.say(concluded(dossier))


def handlers() -> Routes:
    """What this module answers."""
    return Routes(
        presses={
            "investigate": investigation_opened,
            "more": more_pressed,
            "cause": cause_pressed,
            "cause_code": cause_chosen,
            "containment": containment_pressed,
            "excess": excess_pressed,
            "put": put_pressed,
            "put_cause": cause_missed,
            "nobody": nobody_pressed,
            "bearer": bearer_pressed,
        },
        steps={
            Step.CAUSE: cause_typed,
            Step.CONTAINMENT: containment_typed,
            Step.EXCESS: excess_typed,
            Step.NOBODY: nobody_typed,
        },
    )
