"""What happens when a message did not reach a person."""

from bot.outbox.marking import Undelivered
from bot.storage.unit_of_work import SqlUnitOfWork
from core.actions.notice.deliver_on_paper import deliver_on_paper


async def put_on_paper(missed: Undelivered, uow: SqlUnitOfWork) -> None:
    """A notice goes on paper; anything else was no more than a message."""
    if missed.notice_id is not None:
        await deliver_on_paper(missed.notice_id, uow=uow)
