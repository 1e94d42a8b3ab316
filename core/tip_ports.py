"""Where tips are kept, as actions see it."""

from typing import Protocol

from core.model.tip import SealedBonus, Tip, TipPiece, TipReward
from core.shelf import Shelf


class TipShelves(Protocol):
    """Tips under their pseudonyms, their sealed pieces, rewards, and bonuses that wait for the wages."""

    @property
    def tips(self) -> Shelf[Tip]:
        """Tips."""
        ...

    @property
    def tip_pieces(self) -> Shelf[TipPiece]:
        """What was sent in them, sealed."""
        ...

    @property
    def tip_rewards(self) -> Shelf[TipReward]:
        """Rewards for them."""
        ...

    @property
    def bonuses(self) -> Shelf[SealedBonus]:
        """Bonuses for the next month of wages."""
        ...
