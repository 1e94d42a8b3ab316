"""What the machinery holds of a person beside the nouns: raw updates, messages, words beside the log."""

from collections.abc import Mapping

from sqlalchemy import Delete, Update, and_, delete, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.chained_tables import log, log_words
from bot.storage.machine_tables import cards, inbox, outbox, shown
from bot.storage.tables import cases, dialogues, invitations, parties, searches, subscriptions
from core.model.person import Person

NOBODY = 0
OWN_TALK = (dialogues, invitations, searches, subscriptions)


class TableTraces:
    """The traces of people in one transaction."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def erase(self, person: Person) -> Mapping[str, int]:
        """Empty or remove them; how many there were, by kind. The chain of the log is left as it is."""
        mine = select(log.c.seq).where(log.c.actor_id == person.id)
        parts = select(parties.c.case_id).where(parties.c.person_id == person.id)
        of_cases = select(log.c.seq).where(log.c.case_id.in_(parts))
        named = and_(func.instr(log_words.c.words, person.name) > 0, log_words.c.seq.in_(of_cases))
        words = delete(log_words).where(or_(log_words.c.seq.in_(mine), named))
        messages = update(outbox).where(outbox.c.person_id == person.id).values(payload="", chat_id=NOBODY)
        erased = {"log_words": await self._count(words), "outbox": await self._count(messages)}
        for table in OWN_TALK:
            await self._connection.execute(delete(table).where(table.c.person_id == person.id))
        return erased | {"inbox": await self._forget_chat(person.chat_id)}

    async def cases_naming(self, name: str) -> tuple[str, ...]:
        """Numbers of cases in whose own words the name stands: who keeps them is asked to look."""
        texts = (
            *(cases.c.customer, cases.c.happened, cases.c.demand),
            *(cases.c.containment, cases.c.outcome_reason),
        )
        asked = select(cases.c.number).where(or_(*(func.instr(text, name) > 0 for text in texts)))
        return tuple((await self._connection.execute(asked.order_by(cases.c.number))).scalars())

    async def _forget_chat(self, chat_id: int | None) -> int:
        if chat_id is None:
            return 0
        for table in (cards, shown):
            await self._connection.execute(delete(table).where(table.c.chat_id == chat_id))
        return await self._count(
            update(inbox).where(inbox.c.chat_id == chat_id).values(raw="", chat_id=NOBODY)
        )

    async def _count(self, statement: Delete | Update) -> int:
        return (await self._connection.execute(statement)).rowcount
