"""Checks before somebody acts as the one who hears an appeal."""

from core.errors import NotThisPerson
from core.model.person import Person
from core.rules.appeal_file import AppealFile


def check_free(hearing: AppealFile, actor: Person) -> None:
    """NotThisPerson, naming those who may, unless the actor may hear it: nobody who had a part in the case."""
    hearers = hearing.hearers()
    if actor.id not in {person.id for person in hearers}:
        raise NotThisPerson(
            "appeal_of_others",
            number=hearing.notice.number,
            names=tuple(person.name for person in hearers),
        )


def check_hearer(hearing: AppealFile, actor: Person) -> None:
    """NotThisPerson unless the actor has taken this appeal, and is still free of any part in the case."""
    check_free(hearing, actor)
    if hearing.appeal.hearer_id != actor.id:
        hearer = hearing.dossier.name(hearing.appeal.hearer_id)
        raise NotThisPerson("appeal_has_hearer", number=hearing.notice.number, name=hearer)
