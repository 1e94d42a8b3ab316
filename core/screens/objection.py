"""What passes between a supervisor who objects and the investigator."""

from core.model.decision import Decision
from core.model.dossier import Dossier
from core.model.message import Button, Message, Urgency
from core.model.person import Person
from core.screens.case_head import case_head


def objection_raised(dossier: Dossier, objection: Decision, objector: Person) -> Message:
    """To the investigator: change the figures, or keep them and say why."""
    case = dossier.case
    return Message(
        template="objection_raised",
        urgency=Urgency.URGENT,
        data=case_head(dossier)
        | {"department": objection.desk, "name": objector.name, "reason": objection.reason},
        rows=(
            (
                Button("change_figures", "investigate", case.id, case.version),
                Button("keep_figures", "keep", case.id, case.version, str(objection.id)),
            ),
        ),
    )


def objection_answered(dossier: Dossier, objection: Decision, owner: Person, reason: str) -> Message:
    """To whoever objected: the figures are kept, and why."""
    case = dossier.case
    return Message(
        template="objection_answered",
        urgency=Urgency.URGENT,
        data=case_head(dossier)
        | {"department": objection.desk, "name": owner.name, "reason": reason, "objection": objection.reason},
        rows=(
            (
                Button("current_card", "current", case.id, case.version),
                Button("why", "why", case.id, case.version),
            ),
        ),
    )
