"""The question for the day of the incident."""

from core.model.case import Stage
from core.model.dossier import Dossier
from core.model.message import Message
from core.screens.case_head import case_head
from core.screens.investigation import back_to_case


def incident_day_asked(dossier: Dossier) -> Message:
    """What day is on record, what it decides, and that confirmations given will be void."""
    case = dossier.case
    return Message(
        template="incident_day_asked",
        data=case_head(dossier)
        | {
            "occurred_on": case.occurred_on,
            "is_occurred_known": case.is_occurred_known,
            "is_put": case.stage is not Stage.INVESTIGATING,
        },
        rows=((back_to_case(dossier),),),
    )
