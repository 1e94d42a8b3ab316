"""Editions that were made known to somebody, who has not said yet that they have read them."""

from collections.abc import AsyncIterator, Iterable
from datetime import date
from typing import Final

from core.model.person import Person
from core.model.proposed_edition import EditionState, ProposedEdition
from core.ports import UnitOfWork
from core.rules.deadline.waiting_entry import Entry

READ_EDITION: Final = "read_edition"


async def editions_unread(actor: Person, uow: UnitOfWork) -> AsyncIterator[Entry]:
    """Each without a time; nobody need read one that a later one has taken the place of."""
    receipts = await uow.edition_receipts.where(person_id=actor.id, read_at=None)
    if not receipts:
        return
    unread = {receipt.edition_id for receipt in receipts}
    books = {one.rulebook for one in await uow.proposed_editions.where(id=tuple(unread))}
    approved = await uow.proposed_editions.where(rulebook=tuple(books), state=EditionState.APPROVED)
    today = uow.today(actor.site)
    for edition in approved:
        if edition.id in unread and not _is_past(edition, approved, today):
            yield Entry(kind=READ_EDITION, edition_id=edition.id)


def _is_past(edition: ProposedEdition, approved: Iterable[ProposedEdition], today: date) -> bool:
    began = edition.in_force_from or date.min
    return any(
        one.rulebook == edition.rulebook and began < (one.in_force_from or date.min) <= today
        for one in approved
    )
