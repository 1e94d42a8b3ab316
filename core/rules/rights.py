"""Checks that stand before an action: is it this person's, and is the case there."""

from core.errors import NotThisPerson, WrongStage
from core.model.case import Case, Stage
from core.model.dossier import Dossier
from core.model.person import Person

OPEN_STAGES = (Stage.INVESTIGATING, Stage.CONFIRMING, Stage.APPROVING)


def check_stage(case: Case, *stages: Stage) -> None:
    """WrongStage if the case stands elsewhere."""
    if case.stage not in stages:
        raise WrongStage("case_elsewhere", number=case.number, stage=case.stage.value)


def check_owner(dossier: Dossier, actor: Person) -> None:
    """NotThisPerson, naming the investigator, unless the actor is the one."""
    if dossier.case.owner_id != actor.id:
        owner = dossier.name(dossier.case.owner_id)
        raise NotThisPerson("only_the_owner", number=dossier.case.number, owner=owner)
