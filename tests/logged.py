"""The law of the log: whatever changes for the company leaves a row in it."""

from collections.abc import Iterator
from contextlib import contextmanager

from core.model.evidence import Evidence, Holder
from tests.fakes import FakeShelf, FakeUnitOfWork

# what somebody is being asked, and what they last looked for: their own affair
UNLOGGED = ("dialogues", "searches")


@contextmanager
def nothing_unlogged(uow: FakeUnitOfWork) -> Iterator[None]:
    """Fails if something stands otherwise at the end, and no row of the log says so."""
    before, rows = _as_it_stands(uow), len(uow.log.rows)
    yield
    after = _as_it_stands(uow)
    changed = [name for name, things in after.items() if things != before[name]]
    assert not changed or len(uow.log.rows) > rows, f"changed without a row in the log: {changed}"


def _as_it_stands(uow: FakeUnitOfWork) -> dict[str, dict[int, object]]:
    shelves = {name: shelf for name, shelf in vars(uow).items() if isinstance(shelf, FakeShelf)}
    return {name: _kept(shelf) for name, shelf in shelves.items() if name not in UNLOGGED}


def _kept(shelf: FakeShelf[object]) -> dict[int, object]:
    return {key: thing for key, thing in shelf.things.items() if not _is_own_work(thing)}


def _is_own_work(thing: object) -> bool:
    """A page or sheet that the bot makes of what is there, and can make again."""
    return isinstance(thing, Evidence) and (thing.holder, thing.holder_id) == (Holder.PAPER, 0)
