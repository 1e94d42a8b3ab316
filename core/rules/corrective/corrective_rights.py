"""Who may plan how the cause of a case is corrected, and until when."""

from core.model.dossier import Dossier
from core.model.person import Person
from core.rights.action import Action
from core.rights.bar import Bar
from core.rights.circumstances import Circumstances, around_dossier
from core.rights.may import check_right, is_theirs
from core.rights.tie import Tie
from core.rules.corrective.corrective_file import CorrectiveFile


def around_plan(file: CorrectiveFile) -> Circumstances:
    """The case with who corrects its cause, and who did one of the actions."""
    return around_dossier(file.dossier).tied(Tie.TEAM, file.plan.team).barring(Bar.DID_FIRST, file.doers())


def may_plan(dossier: Dossier, actor: Person) -> bool:
    """Whether planning is this person's, wherever the case stands."""
    return is_theirs(Action.PLAN_CORRECTIVE, actor, around_dossier(dossier))


def check_plans(dossier: Dossier, actor: Person) -> None:
    """NotThisPerson for anybody whose it is not; WrongStage before the case is accepted and once it is closed."""
    owner = dossier.name(dossier.case.owner_id)
    check_right(Action.PLAN_CORRECTIVE, actor, around_dossier(dossier), owner=owner)


def check_in_plan(action: Action, actor: Person, file: CorrectiveFile) -> None:
    """The refusals of that right about the plan."""
    owner = file.dossier.name(file.case.owner_id)
    check_right(action, actor, around_plan(file), owner=owner)
