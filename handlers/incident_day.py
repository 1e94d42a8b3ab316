"""The investigator corrects the day of the incident, by which the edition of the rulebook is found."""

from enum import StrEnum

from core.actions.investigation.correct_incident_day import correct_incident_day
from core.screens.incident_day import incident_day_asked
from handlers.preview import case_in, own_dossier, shown_again
from handlers.routes import Routes
from handlers.turn import Turn


class Step(StrEnum):
    """What the investigator is being asked."""

    DAY = "incident_day"


async def day_pressed(turn: Turn) -> None:
    """Ask for the day."""
    dossier = await own_dossier(turn)
    await turn.ask(Step.DAY, incident_day_asked(dossier), case_id=dossier.case.id)


async def day_typed(turn: Turn) -> None:
    """Record the day, and show the case under what was in force on it."""
    dossier = await correct_incident_day(case_in(turn), turn.words, actor=turn.actor, uow=turn.uow)
    await shown_again(turn, dossier)


def handlers() -> Routes:
    """What this module answers."""
    return Routes(presses={"incident_day": day_pressed}, steps={Step.DAY: day_typed})
