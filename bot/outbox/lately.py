"""What was sent just before the bot was started again still counts: a group's twenty a minute outlive a restart."""

from datetime import datetime, timedelta

from sqlalchemy import bindparam, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.outbox.outgoing import Outgoing, State
from bot.outbox.pace import Pace
from bot.storage.machine_tables import outbox

# the longest of Telegram's limits
LATELY = timedelta(minutes=1)
SENT = (
    select(*(outbox.c[name] for name in Outgoing.__dataclass_fields__), outbox.c.sent_at)
    .where(outbox.c.state == State.SENT.value, outbox.c.sent_at > bindparam("since"))
    .order_by(outbox.c.sent_at)
)


async def recall(pace: Pace, connection: AsyncConnection, now: datetime, seconds: float) -> None:
    """Enter what was sent within the last minute; `now` and `seconds` are one instant on two clocks."""
    for row in (await connection.execute(SENT, {"since": now - LATELY})).mappings():
        values = dict(row)
        ago = (now - values.pop("sent_at")).total_seconds()
        sent = Outgoing(**values)
        if sent.is_message:
            pace.recall(sent, seconds - max(0.0, ago))
