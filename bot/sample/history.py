"""Half a year of the sample company: every tale, told as far as it went before the sandbox opens."""

from collections.abc import Awaitable, Callable, Mapping
from datetime import timedelta

from sqlalchemy import bindparam, update

from bot.sample.deciding import approve, conclude, confirm, give_notices, put, refuse, send_back
from bot.sample.person_of import person_of
from bot.sample.place import OPENING
from bot.sample.putting_away import put_away
from bot.sample.registering import register_tale
from bot.sample.tale import Tale, tales
from bot.sample.telling import Telling
from bot.storage.tables import timers
from bot.storage.unit_of_work import UnitsOfWork

Step = Callable[[Telling], Awaitable[None]]
# The morning of the opening: what is told then reaches people's chats.
LOUD_FROM = OPENING - timedelta(minutes=40)

INVESTIGATED: tuple[Step, ...] = (Telling.accept, Telling.investigate)
PUT: tuple[Step, ...] = (*INVESTIGATED, Telling.hear, put)
CHARGED: tuple[Step, ...] = (*PUT, confirm, approve, give_notices)
STEPS: Mapping[str, tuple[Step, ...]] = {
    "registered": (),
    "returned": (send_back,),
    "unjustified": (refuse,),
    "not_quality": (refuse,),
    "investigating": INVESTIGATED,
    "nobody": (*INVESTIGATED, conclude, approve, put_away),
    "confirming": PUT,
    "approving": (*PUT, confirm),
    "decided": (*CHARGED, put_away),
    "appealed": (*CHARGED, put_away),
}

# These wait for somebody when the sandbox opens, whose card must be in their chat.
LAST_STEP_ALOUD = ("confirming", "approving")
ENDING = (
    update(timers)
    .where(timers.c.rung_at.is_(None), timers.c.stopped_at.is_(None), timers.c.due_at <= bindparam("opening"))
    .values(stopped_at=bindparam("opening"))
)


async def tell_history(units: UnitsOfWork) -> None:
    """Tell every tale, and let what should have rung before the opening be over."""
    for tale in tales():
        await _tell(tale, units)
    async with units.open(OPENING) as uow:
        await uow.connection.execute(ENDING, {"opening": OPENING})


async def _tell(tale: Tale, units: UnitsOfWork) -> None:
    telling = Telling(tale, units)
    if tale.end == "registered":
        telling.aloud()
    async with telling.after(minutes=3) as uow:
        reporter = await person_of(tale.by, uow)
        telling.case_id = (await register_tale(tale, reporter, uow)).id
    steps = STEPS[tale.end]
    for step in steps:
        if tale.end in LAST_STEP_ALOUD and step is steps[-1]:
            telling.aloud(LOUD_FROM)
        await step(telling)
