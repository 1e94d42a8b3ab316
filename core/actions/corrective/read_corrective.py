"""How the cause of a case is corrected, as it stands."""

from typing import Final

from core.actions.case.open_dossier import open_dossier
from core.actions.corrective.plan_of import plan_of
from core.model.person import Person
from core.ports import UnitOfWork
from core.rights.action import Action
from core.rules.corrective.corrective_file import CorrectiveFile
from core.rules.corrective.corrective_rights import check_in_plan, check_plans

_IN_TEAM: Final = 4


async def read_corrective(case_id: int, *, actor: Person, uow: UnitOfWork) -> CorrectiveFile:
    """For whoever leads the case, reads its site's cases by role or is of the team; NotThisPerson for anybody else."""
    file = await open_corrective(case_id, uow=uow)
    check_in_plan(Action.READ_CORRECTIVE, actor, file)
    return file


async def corrective_to_change(case_id: int, *, actor: Person, uow: UnitOfWork) -> CorrectiveFile:
    """The same for whoever may change it now; raises as `check_plans` does."""
    file = await open_corrective(case_id, uow=uow)
    check_plans(file.dossier, actor)
    return file


async def open_corrective(case_id: int, *, uow: UnitOfWork) -> CorrectiveFile:
    """The same for nobody in particular."""
    return await plan_of(await open_dossier(case_id, uow=uow), uow=uow)
