"""The staff as they stand today, with whoever is named in a case."""

from core.actions.case.open_dossier import open_dossier
from core.model.roster import Roster, roster_of
from core.ports import UnitOfWork


async def read_roster(case_id: int | None, site: str, *, uow: UnitOfWork) -> Roster:
    """The roster of that case; without a case, of today at that site."""
    if case_id is not None:
        return roster_of(await open_dossier(case_id, uow=uow))
    day = uow.today(site)
    return Roster(staff={person.id: person for person in await uow.persons.where()}, day=day)
