"""Say in the log that the company's records were handed out."""

from collections.abc import Mapping

from core.model.log import LogRow
from core.ports import UnitOfWork


async def note_export(facts: Mapping[str, object], *, uow: UnitOfWork, to: int | None = None) -> None:
    """Written before anything is handed out: which part, in which forms, and to whom; None is the shell."""
    await uow.log.write(LogRow(act="everything_exported", actor_id=to, facts=facts))
