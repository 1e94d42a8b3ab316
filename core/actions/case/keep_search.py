"""Keep what somebody looks for, and give it back to the buttons under its list."""

from core.errors import SomebodyWasFirst
from core.model.person import Person
from core.model.search import Search
from core.ports import UnitOfWork


async def keep_search(words: str, *, actor: Person, uow: UnitOfWork) -> Search:
    """The search, in place of the one before."""
    earlier = await uow.searches.find(actor.id)
    number = earlier.number + 1 if earlier else 1
    return await uow.searches.put(Search(person_id=actor.id, words=words, number=number, asked_at=uow.now))


async def open_search(number: int, *, actor: Person, uow: UnitOfWork) -> Search:
    """The search with that number; SomebodyWasFirst if the person has looked for something else since."""
    search = await uow.searches.find(actor.id)
    if search is None or search.number != number:
        raise SomebodyWasFirst("search_replaced")
    return search
