"""What editions that were sent in chat need of a unit of work."""

from typing import Protocol

from core.model.proposed_edition import EditionReceipt, ProposedEdition
from core.shelf import Shelf


class EditionShelves(Protocol):
    """Where they are kept."""

    @property
    def proposed_editions(self) -> Shelf[ProposedEdition]:
        """Editions of rulebooks that were sent in chat."""
        ...

    @property
    def edition_receipts(self) -> Shelf[EditionReceipt]:
        """Who has read which of them."""
        ...
