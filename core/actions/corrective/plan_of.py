"""The corrective plan of a case whose dossier is open."""

from collections.abc import Iterator
from typing import Final

from core.actions.rulebook.rulebook_of import rulebook_of
from core.model.corrective_plan import CorrectivePlan
from core.model.dossier import Dossier
from core.model.person import Person
from core.model.roles import Role
from core.ports import UnitOfWork
from core.rules.corrective.corrective_file import CorrectiveFile

_IN_TEAM: Final = 4


async def plan_of(dossier: Dossier, *, uow: UnitOfWork) -> CorrectiveFile:
    """The plan in its latest round; where there is none yet, as it begins."""
    plan = next(iter(await uow.corrective_plans.latest(1, by="round", case_id=dossier.case.id)), None)
    return CorrectiveFile(
        dossier=dossier,
        plan=plan or _begun(dossier, uow),
        edition=rulebook_of(dossier.case, uow=uow).edition,
    )


def _begun(dossier: Dossier, uow: UnitOfWork) -> CorrectivePlan:
    """Who reported the case and the supervisors of the departments concerned, as far as they are not named in it."""
    case = dossier.case
    proposed = (case.reporter_id, *(one.id for one in _supervisors(dossier)))
    team = dict.fromkeys(one for one in proposed if one not in dossier.party_ids() and one != case.owner_id)
    return CorrectivePlan(
        case_id=case.id,
        team=tuple(team)[:_IN_TEAM],
        opened_by=case.owner_id or 0,
        opened_at=uow.now,
    )


def _supervisors(dossier: Dossier) -> Iterator[Person]:
    departments = {party.department for party in dossier.charged()}
    return (
        one
        for one in dossier.staff.values()
        if not one.has_left(dossier.day)
        and any(one.holds(Role.SUPERVISOR, dossier.case.site, name) for name in departments)
    )
