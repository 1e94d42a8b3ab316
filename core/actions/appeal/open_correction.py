"""Quality, an auditor or finance finds a decided case wrong, and takes it up again with a reason."""

from core.actions.appeal.take_up_again import take_up_again
from core.actions.case.open_dossier import open_dossier
from core.errors import WrongStage
from core.model.correction import Correction
from core.model.dossier import Dossier
from core.model.person import Person
from core.ports import UnitOfWork
from core.rights.action import Action
from core.rights.circumstances import around_dossier
from core.rights.may import check_right
from core.rules.appeal.correcting import is_decided_once


async def check_correction(case_id: int, *, actor: Person, uow: UnitOfWork) -> Dossier:
    """The decided case; WrongStage before, NotThisPerson for other roles and for whoever is named in it."""
    dossier = await open_dossier(case_id, uow=uow)
    check_right(Action.CORRECT, actor, around_dossier(dossier))
    if not is_decided_once(dossier.case):
        raise WrongStage("case_elsewhere", number=dossier.case.number, stage=dossier.case.stage)
    return dossier


async def open_correction(case_id: int, *, reason: str, actor: Person, uow: UnitOfWork) -> Correction:
    """Take the case up again, also after it was closed or its amounts were withheld."""
    dossier = await check_correction(case_id, actor=actor, uow=uow)
    correction = Correction(
        case_id=case_id,
        version=dossier.case.version,
        opened_by=actor.id,
        reason=reason,
        opened_at=uow.now,
    )
    return await take_up_again(correction, dossier, actor=actor, uow=uow)
