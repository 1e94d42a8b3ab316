"""Checks before somebody acts as the one who hears an appeal."""

from core.model.person import Person
from core.rights.action import Action
from core.rights.circumstances import Circumstances, around_dossier
from core.rights.may import check_theirs, is_theirs
from core.rights.tie import Tie
from core.rules.appeal.appeal_file import AppealFile


def is_free(hearing: AppealFile, actor: Person) -> bool:
    """Whether the actor may hear it, for themself or in the place of somebody absent."""
    return is_theirs(Action.TAKE_APPEAL, actor, _around(hearing))


def check_free(hearing: AppealFile, actor: Person) -> None:
    """NotThisPerson, naming those who may, unless the actor may hear it: nobody who had a part in the case."""
    names = tuple(person.name for person in hearing.hearers())
    number = hearing.notice.number
    check_theirs(Action.TAKE_APPEAL, actor, _around(hearing), number=number, names=names)


def _around(hearing: AppealFile) -> Circumstances:
    hearers = tuple(person.id for person in hearing.hearers())
    return around_dossier(hearing.dossier).tied(Tie.FREE_HEARER, hearers)


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
