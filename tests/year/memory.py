"""A unit of work quick enough for a year: shelves that look things up, an outbox that keeps what each was told."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Any, TypeVar

from core.ledger.posting import Posting
from core.model.company import Company
from core.model.message import Message
from core.model.person import Person
from tests.fakes import FakeLedger, FakeOutbox, FakeShelf, FakeUnitOfWork

Thing = TypeVar("Thing", bound=Any)


class LookedUpShelf(FakeShelf[Thing]):
    """Remembers by each field that was asked for which things have which value."""

    def __init__(self, key: str = "id") -> None:
        super().__init__(key)
        self._by: dict[str, defaultdict[object, dict[int, None]]] = {}

    async def where(self, **equal: object) -> tuple[Thing, ...]:
        plain = {name: value for name, value in equal.items() if not isinstance(value, tuple)}
        if self.key in plain or not plain:
            return tuple(self.things[key] for key in sorted(self.things) if _fits(self.things[key], equal))
        candidates = min((self._found(name, value) for name, value in plain.items()), key=len)
        return tuple(self.things[key] for key in sorted(candidates) if _fits(self.things[key], equal))

    async def put(self, thing: Thing) -> Thing:
        key = getattr(thing, self.key)
        self._forget(key)
        for name, values in self._by.items():
            values[getattr(thing, name)][key] = None
        return await super().put(thing)

    async def remove(self, key: int) -> None:
        self._forget(key)
        await super().remove(key)

    def restores(self, things: dict[int, Thing]) -> None:
        self.things = things
        self._by = {}

    def _found(self, name: str, value: object) -> dict[int, None]:
        if name not in self._by:
            self._by[name] = defaultdict(dict)
            for key, thing in self.things.items():
                self._by[name][getattr(thing, name)][key] = None
        return self._by[name][value]

    def _forget(self, key: int) -> None:
        old = self.things.get(key)
        for name, values in self._by.items() if old is not None else ():
            values[getattr(old, name)].pop(key, None)


def _fits(thing: Any, equal: Mapping[str, object]) -> bool:
    return all(
        getattr(thing, name) in value if isinstance(value, tuple) else getattr(thing, name) == value
        for name, value in equal.items()
    )


class KeptOutbox(FakeOutbox):
    """Keeps what each person was told; words are tested elsewhere."""

    def __init__(self, company: Company) -> None:
        super().__init__(company)
        self.by_person: defaultdict[str, list[Message]] = defaultdict(list)

    async def tell(self, person: Person, message: Message) -> bool:
        if not person.can_be_told():
            return False
        self.by_person[person.employee_no].append(message)
        return True

    async def post(self, site: str, message: Message) -> bool:
        return True

    async def words(self, language: str, message: Message) -> str:
        return f"{language}:{message.template}"

    def told_to(self, employee_no: str) -> list[Message]:
        return self.by_person[employee_no]


class SummedLedger(FakeLedger):
    """Adds up to nothing after every transaction."""

    def __init__(self) -> None:
        super().__init__()
        self.total = 0

    async def book(self, posting: Posting) -> Posting:
        self.total += sum(entry.amount.fen for entry in posting.entries)
        assert self.total == 0
        return await super().book(posting)


class NoLookAlikes:
    """Finds nothing: that two cases are alike has no bearing on money."""

    async def find(self, *_: object, **__: object) -> tuple[int, ...]:
        return ()


def in_memory(company: Company, *args: Any) -> FakeUnitOfWork:
    """Everything an action needs, looked up instead of searched through."""
    uow: Any = FakeUnitOfWork(company, *args)
    for name, shelf in tuple(vars(uow).items()):
        if type(shelf) is FakeShelf:
            setattr(uow, name, LookedUpShelf(shelf.key))
    uow.papers.evidence = uow.evidence
    uow.outbox, uow.ledger, uow.case_index = KeptOutbox(company), SummedLedger(), NoLookAlikes()
    assert isinstance(uow, FakeUnitOfWork)
    return uow
