"""The rulebooks in force at a site today."""

from collections.abc import Iterator

from core.model.company import InForce
from core.model.fault import BadRequest
from core.ports import UnitOfWork
from core.rulebook.compiled import CompiledRulebook


def entries_at(site: str, *, uow: UnitOfWork) -> Iterator[tuple[InForce, CompiledRulebook]]:
    """Each with the company's entry for it; a rulebook that is not there is left out, for `gongdao check` says so."""
    today = uow.today(site)
    entries = {entry.rulebook: entry for entry in uow.company.choices(site, today)}
    for entry in entries.values():
        try:
            yield entry, uow.rulebooks.on(entry.rulebook, today)
        except BadRequest:
            continue


def books_at(site: str, *, uow: UnitOfWork) -> tuple[CompiledRulebook, ...]:
    """The rulebooks alone."""
    return tuple(book for _, book in entries_at(site, uow=uow))
