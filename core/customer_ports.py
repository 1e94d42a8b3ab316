"""The shelves of what is done for a case's customer."""

from typing import Protocol

from core.model.negotiation import Round, Survey
from core.model.remedy import Remedy, Undertaking
from core.shelf import Shelf


class CustomerShelves(Protocol):
    """The customer's side of a case."""

    @property
    def remedies(self) -> Shelf[Remedy]:
        """Plans, one a case."""
        ...

    @property
    def undertakings(self) -> Shelf[Undertaking]:
        """What they hold."""
        ...

    @property
    def rounds(self) -> Shelf[Round]:
        """What was said with customers."""
        ...

    @property
    def surveys(self) -> Shelf[Survey]:
        """How customers took the outcome."""
        ...
