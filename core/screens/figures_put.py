"""To the investigator: the figures are on their way, and who has them now."""

from core.model.dossier import Dossier
from core.model.message import Button, Message
from core.rules.figures.desks import desks
from core.rules.figures.entitled import APPROVE, entitled_at
from core.screens.case_head import case_head


def figures_put(dossier: Dossier) -> Message:
    """Which departments were asked, and whom."""
    asked = tuple(
        (department, tuple(person.name for person in entitled_at(department, dossier)))
        for department in desks(dossier)
    )
    return Message(
        template="figures_put", data=case_head(dossier) | {"asked": asked}, rows=(_below(dossier),)
    )


def concluded(dossier: Dossier) -> Message:
    """Nobody is charged: the conclusion waits for approval."""
    case = dossier.case
    waiting = dossier.duties_of(APPROVE, version=case.version)
    return Message(
        template="conclusion_put",
        data=case_head(dossier)
        | {
            "bearer": case.loss_borne_by,
            "reason": case.outcome_reason,
            "approvers": tuple(dossier.name(duty.owner_id) for duty in waiting if duty.owner_id),
        },
        rows=(_below(dossier),),
    )


def _below(dossier: Dossier) -> tuple[Button, ...]:
    case = dossier.case
    return (
        Button("why", "why", case.id, case.version),
        Button("change_figures", "investigate", case.id, case.version),
    )
