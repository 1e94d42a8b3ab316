"""What the bot does once before it takes the first update: says what it would compute otherwise, offers menus."""

import logging
from dataclasses import dataclass
from datetime import UTC, datetime

from bot.menus import Menus
from bot.storage.unit_of_work import UnitsOfWork
from bot.transport import Wire
from core.actions.find_drift import UNDER_WAY, find_drift

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Beginning:
    """The first things, in order."""

    menus: Menus

    async def ready(self, wire: Wire, units: UnitsOfWork) -> None:
        """Log every difference to what people have before them; nothing of theirs is changed. Then the menus.

        Closed cases are left to `gongdao check`: they may be a million.
        """
        async with units.open(datetime.now(UTC)) as uow:
            found = await find_drift(UNDER_WAY, uow=uow)
        for drift in found:
            logger.warning("case %s, figures %s: %s: %s", drift.number, drift.version, drift.kind, drift.said)
        await self.menus.offer(wire, units)
