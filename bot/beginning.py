"""What the bot does once before it takes the first update: it begins to offer menus."""

from dataclasses import dataclass

from bot.menus import Menus
from bot.storage.unit_of_work import UnitsOfWork
from bot.transport import Wire


@dataclass(frozen=True, slots=True)
class Beginning:
    """The first things, in order."""

    menus: Menus

    async def ready(self, wire: Wire, units: UnitsOfWork) -> None:
        """Offer the menus, which are set beside all else."""
        await self.menus.offer(wire, units)
