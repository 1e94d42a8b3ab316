"""The outbox as actions see it: messages are rendered at once and stored with the transaction."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, delete, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.outbox.outgoing import State
from bot.outbox.rows import Place, answer_row, message_rows
from bot.render.plain import plain
from bot.render.rendered import Wording
from bot.storage.machine_tables import cards, outbox
from bot.storage.upsert import insert_or_ignore
from core.model.evidence import Evidence
from core.model.group import Group
from core.model.message import Message, Urgency
from core.model.person import Person
from core.shelf import Shelf

STORING = insert_or_ignore(outbox)
AGAIN = select(outbox).where(outbox.c.id == bindparam("outbox_id"), outbox.c.state == State.FAILED.value)
FORGET = delete(cards).where(cards.c.card == bindparam("the_card"), cards.c.chat_id == bindparam("the_chat"))


class BufferedOutbox:
    """Messages of one transaction, in order; `flush` stores them, skipping reminders that were queued before."""

    def __init__(
        self,
        connection: AsyncConnection,
        now: datetime,
        wording: Wording,
        groups: Shelf[Group],
        evidence: Shelf[Evidence],
    ) -> None:
        self._connection = connection
        self._now = now
        self._groups = groups
        self._evidence = evidence
        self.wording = wording
        self.rows: list[dict[str, Any]] = []

    async def tell(self, person: Person, message: Message) -> bool:
        """Queue a private message; False (and nothing queued) if the person cannot be reached."""
        if person.chat_id is None or not person.can_be_told():
            return False
        place = Place(chat_id=person.chat_id, person_id=person.id)
        await self.put(place, person.language, unasked(message, Urgency.NOTICE))
        return True

    async def post(self, site: str, message: Message) -> bool:
        """Queue a message to the group of a site; False if none is linked."""
        group = await self._groups.one(site=site, is_linked=True)
        if group is None:
            return False
        place = Place(chat_id=group.chat_id)
        await self.put(place, self.wording.main_language, unasked(message, Urgency.CARD))
        return True

    async def words(self, language: str, message: Message) -> str:
        """The message's text without marks, for printing."""
        return plain(self.wording.rendered(language, message, self._now).html)

    def sentence(self, language: str, table: str, key: str, data: Mapping[str, object]) -> str:
        """One plain text of strings."""
        return self.wording.sentence(language, table, key, data, self._now)

    async def send_again(self, outbox_id: int) -> None:
        """Queue once more what could not be sent, behind what waits already."""
        result = await self._connection.execute(AGAIN, {"outbox_id": outbox_id})
        left_out = {"id", "queued_at", "sent_at", "message_id"}
        for row in result.mappings():
            anew = {name: value for name, value in row.items() if name not in left_out}
            self._keep([anew | {"once": None, "state": State.WAITING.value, "tries": 0, "fault": ""}])

    async def put(self, place: Place, language: str, message: Message) -> None:
        """Queue a message at any place."""
        if message.is_moved:
            await self._connection.execute(FORGET, {"the_card": message.card, "the_chat": place.chat_id})
        files = [await self._evidence.get(piece) for piece in message.files]
        self._keep(message_rows(place, message, self.wording.rendered(language, message, self._now), files))

    def answer(self, chat_id: int, callback_id: str, text: str = "", *, is_alert: bool = False) -> None:
        """Queue the answer to a press."""
        self._keep([answer_row(chat_id, callback_id, text, is_alert=is_alert)])

    async def flush(self) -> None:
        """Store what was queued."""
        if self.rows:
            await self._connection.execute(STORING, self.rows)
            self.rows.clear()

    def _keep(self, rows: list[dict[str, Any]]) -> None:
        self.rows += [row | {"queued_at": self._now} for row in rows]


def unasked(message: Message, urgency: Urgency) -> Message:
    """The message as one that nobody waits for: only an answer to one's own doing goes before all others."""
    return replace(message, urgency=urgency) if message.urgency is Urgency.ANSWER else message
