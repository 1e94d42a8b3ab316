"""How earlier cases were put away: what the rulebook gave people to do is done, and the case is closed."""

from datetime import timedelta
from typing import Final

from bot.sample.place import OPENING
from bot.sample.telling import Telling
from core.actions.case.close_case import check_closing, close_case
from core.actions.duty.close_duties import close_duties
from core.model.duty import RULEBOOK_DUTY

# What was decided later than this still has its papers to do when the sandbox opens.
RECENT: Final = timedelta(days=60)


async def put_away(telling: Telling) -> None:
    """What was decided long ago is closed, as far as its rulebook lets it."""
    if telling.tale.at > OPENING - RECENT:
        return
    async with telling.after(days=3) as uow:
        owner = await telling.owner(uow)
        await close_duties(telling.case_id, RULEBOOK_DUTY, actor=owner, uow=uow)
        ready = await check_closing(telling.case_id, actor=owner, uow=uow)
        if not ready.gaps:
            await close_case(telling.case_id, actor=owner, uow=uow)
