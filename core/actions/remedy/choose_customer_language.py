"""Choose the language in which a customer is written to, for all of their cases."""

from dataclasses import replace

from core.actions.remedy.read_remedy import open_remedy, read_remedy
from core.errors import NoSuchThing
from core.model.log import LogRow
from core.model.person import Person
from core.model.remembered import Remembered
from core.ports import UnitOfWork
from core.rules.remedy.remedy_file import RemedyFile
from core.rules.remedy.remedy_rights import check_writing


async def choose_customer_language(
    case_id: int, language: str, *, actor: Person, uow: UnitOfWork
) -> RemedyFile:
    """The file as it reads from now on; NoSuchThing for a language that the company does not speak."""
    file = await read_remedy(case_id, actor=actor, uow=uow)
    check_writing(file, actor)
    if language not in uow.company.languages:
        raise NoSuchThing("thing_unknown")
    name = file.case.customer
    known = await uow.remembered.one(kind="customer", name=name)
    if known is None:
        await uow.remembered.add(Remembered(kind="customer", name=name, used_at=uow.now, language=language))
    else:
        await uow.remembered.put(replace(known, language=language))
    facts = {"language": language}
    await uow.log.write(
        LogRow(act="customer_language_chosen", case_id=case_id, actor_id=actor.id, facts=facts)
    )
    return await open_remedy(case_id, uow=uow)
