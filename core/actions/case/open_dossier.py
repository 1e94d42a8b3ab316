"""Read everything about a case at once."""

from core.actions.rulebook.rulebook_of import rulebook_of
from core.errors import NotAllowed
from core.model.dossier import Dossier
from core.ports import UnitOfWork
from core.rules.case.glossary_of import glossary_of


async def open_dossier(case_id: int, *, uow: UnitOfWork) -> Dossier:
    """The case's dossier as it stands now.

    NoSuchThing if there is no such case; NotAllowed while no rulebook is in force for it.
    """
    case = await uow.cases.get(case_id)
    if not case.rulebook:
        raise NotAllowed("no_rulebook_yet", number=case.number)
    return Dossier(
        case=case,
        company=uow.company,
        day=uow.today(case.site),
        parties=await uow.parties.where(case_id=case_id),
        statements=await uow.statements.where(case_id=case_id),
        decisions=await uow.decisions.where(case_id=case_id),
        duties=await uow.duties.where(case_id=case_id),
        staff={person.id: person for person in await uow.persons.where()},
        glossary=glossary_of(rulebook_of(case, uow=uow)),
    )
