"""The shelves of editions that were sent in chat."""

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage import tables
from bot.storage.record_shelves import RecordShelves
from bot.storage.shelf import TableShelf
from core.model.proposed_edition import EditionReceipt, ProposedEdition
from core.shelf import Shelf


class EditionShelves(RecordShelves):
    """The editions, and who has read them."""

    def __init__(self, connection: AsyncConnection) -> None:
        super().__init__(connection)
        self.proposed_editions: Shelf[ProposedEdition] = TableShelf(
            connection, tables.proposed_editions, ProposedEdition
        )
        self.edition_receipts: Shelf[EditionReceipt] = TableShelf(
            connection, tables.edition_receipts, EditionReceipt
        )
