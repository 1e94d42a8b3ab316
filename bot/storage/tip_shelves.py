"""The shelves of tips."""

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage import tables
from bot.storage.shelf import TableShelf
from core.model.tip import SealedBonus, Tip, TipPiece, TipReward
from core.shelf import Shelf


class TipShelves:
    """Tips, their sealed pieces, rewards for them, and bonuses that wait."""

    def __init__(self, connection: AsyncConnection) -> None:
        self.tips: Shelf[Tip] = TableShelf(connection, tables.tips, Tip)
        self.tip_pieces: Shelf[TipPiece] = TableShelf(connection, tables.tip_pieces, TipPiece)
        self.tip_rewards: Shelf[TipReward] = TableShelf(connection, tables.tip_rewards, TipReward)
        self.bonuses: Shelf[SealedBonus] = TableShelf(connection, tables.bonuses, SealedBonus)
