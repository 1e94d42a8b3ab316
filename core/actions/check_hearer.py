"""Checks before somebody acts as the one who hears an appeal."""

from core.model.person import Person
from core.rights.action import Action
from core.rights.circumstances import around_dossier
from core.rights.may import check_theirs
from core.rights.tie import Tie
from core.rules.appeal_file import AppealFile


def check_free(hearing: AppealFile, actor: Person) -> None:
    """NotThisPerson, naming those who may, unless the actor may hear it: nobody who had a part in the case."""
    hearers = hearing.hearers()
    check_theirs(
        Action.TAKE_APPEAL,
        actor,
        around_dossier(hearing.dossier).tied(Tie.FREE_HEARER, tuple(person.id for person in hearers)),
        number=hearing.notice.number,
        names=tuple(person.name for person in hearers),
    )


def check_hearer(hearing: AppealFile, actor: Person) -> None:
    """NotThisPerson unless the actor has taken this appeal, and is still free of any part in the case."""
    hearer_id = hearing.appeal.hearer_id
    if actor.id != hearer_id:
        check_free(hearing, actor)
    check_theirs(
        Action.DECIDE_APPEAL,
        actor,
        around_dossier(hearing.dossier).tied(Tie.HEARER, (hearer_id or 0,)),
        number=hearing.notice.number,
        name=hearing.dossier.name(hearer_id),
    )
