"""Open a case's dossier in order to change it."""

from core.actions.open_dossier import open_dossier
from core.model.dossier import Dossier
from core.model.person import Person
from core.ports import UnitOfWork
from core.rules.rights import OPEN_STAGES, check_owner, check_stage


async def open_for_change(case_id: int, *, actor: Person, uow: UnitOfWork) -> Dossier:
    """The dossier, for the investigator alone and before the decision."""
    dossier = await open_dossier(case_id, uow=uow)
    check_stage(dossier.case, *OPEN_STAGES)
    check_owner(dossier, actor)
    return dossier
