"""The investigator says which departments were at fault, and with which share."""

from enum import StrEnum

from core.actions.investigation.set_department import fault_of, set_department, share_department
from core.actions.rulebook.rulebook_of import rulebook_of
from core.screens.departments import department_at, department_screen, departments_screen, share_asked
from handlers.numbers import number_in
from handlers.preview import case_in, own_dossier
from handlers.routes import Routes
from handlers.turn import Turn


class Step(StrEnum):
    """What the investigator is being asked."""

    SHARE = "department_share"


async def departments_opened(turn: Turn) -> None:
    """Show the departments and their faults."""
    await turn.redraw(departments_screen(await own_dossier(turn)))


async def department_opened(turn: Turn) -> None:
    """Ask for the fault of one department."""
    dossier = await own_dossier(turn)
    edition = rulebook_of(dossier.case, uow=turn.uow).edition
    faults = {key: fault.label for key, fault in edition.faults.items()}
    await turn.redraw(department_screen(dossier, number_in(turn.press.arg), faults, turn.actor.language))


async def fault_pressed(turn: Turn) -> None:
    """Record the department's fault."""
    place, _, fault = turn.press.arg.partition("=")
    department = department_at(await own_dossier(turn), number_in(place))
    dossier = await set_department(turn.press.id, department, fault, actor=turn.actor, uow=turn.uow)
    await turn.redraw(departments_screen(dossier))


async def share_pressed(turn: Turn) -> None:
    """Ask for the department's share."""
    dossier = await own_dossier(turn)
    place = number_in(turn.press.arg)
    department = department_at(dossier, place)
    fault_of(dossier, department)
    message = share_asked(dossier, place)
    await turn.ask(Step.SHARE, message, case_id=dossier.case.id, department=department)


async def share_typed(turn: Turn) -> None:
    """Record the share beside the fault."""
    dossier = await share_department(
        case_in(turn), turn.asked("department"), turn.words, actor=turn.actor, uow=turn.uow
    )
    await turn.settle()
    await turn.reply.say(departments_screen(dossier))


def handlers() -> Routes:
    """What this module answers."""
    return Routes(
        presses={
            "departments": departments_opened,
            "department": department_opened,
            "fault": fault_pressed,
            "fault_share": share_pressed,
        },
        steps={Step.SHARE: share_typed},
    )
