"""A person chooses the language of the interface."""

from dataclasses import replace

from core.errors import NoSuchThing
from core.model.log import LogRow
from core.model.person import Person
from core.ports import UnitOfWork


async def choose_language(language: str, *, actor: Person, uow: UnitOfWork) -> Person:
    """The person in that language; NoSuchThing if the company does not offer it."""
    if language not in uow.company.languages:
        raise NoSuchThing("language_not_offered", language=language, offered=", ".join(uow.company.languages))
    await uow.log.write(LogRow(act="language_chosen", actor_id=actor.id, facts={"language": language}))
    return await uow.persons.put(replace(actor, language=language))
