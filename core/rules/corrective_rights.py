"""Who may plan how the cause of a case is corrected, and until when."""

from core.errors import NotThisPerson
from core.model.case import Stage
from core.model.dossier import Dossier
from core.model.person import Person
from core.model.roles import Role
from core.rules.rights import check_stage

OPEN = (Stage.INVESTIGATING, Stage.CONFIRMING, Stage.APPROVING, Stage.DECIDED)


def may_plan(dossier: Dossier, actor: Person) -> bool:
    """Whether that person leads the case or is quality at its site, and is not named in it."""
    case = dossier.case
    is_entitled = actor.id == case.owner_id or actor.holds(Role.QUALITY, case.site)
    return is_entitled and actor.id not in dossier.party_ids()


def check_plans(dossier: Dossier, actor: Person) -> None:
    """NotThisPerson for anybody else; WrongStage before the case is accepted and once it is closed."""
    case = dossier.case
    check_stage(case, *OPEN)
    if not may_plan(dossier, actor):
        raise NotThisPerson("corrected_by_quality", number=case.number, owner=dossier.name(case.owner_id))
