"""Open a case's dossier in order to change it."""

from core.actions.case.open_dossier import open_dossier
from core.model.dossier import Dossier
from core.model.person import Person
from core.ports import UnitOfWork
from core.rights.action import Action
from core.rights.circumstances import around_dossier
from core.rights.may import check_right


async def open_for_change(
    case_id: int, *, actor: Person, uow: UnitOfWork, action: Action = Action.INVESTIGATE
) -> Dossier:
    """The dossier, for whom the table of rights lets do that now; usually the investigator, before the decision."""
    dossier = await open_dossier(case_id, uow=uow)
    check_right(action, actor, around_dossier(dossier), owner=dossier.name(dossier.case.owner_id))
    return dossier
