"""Writes down what became of rows that were sent, many in one transaction."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import bindparam, update

from bot.outbox.outgoing import Outcome, State
from bot.storage.machine_tables import cards, outbox, shown
from bot.storage.moving import move_chat
from bot.storage.unit_of_work import SqlUnitOfWork
from bot.storage.upsert import insert_or_ignore, insert_or_update
from core.actions.company.lose_group import lose_group
from core.actions.company.open_undelivered import Unsent, open_undelivered
from core.actions.notice.note_delivery import note_delivery
from core.actions.person.note_reachability import note_reachability
from core.model.person import Person

MARKING = (
    update(outbox)
    .where(outbox.c.id == bindparam("row_id"))
    .values(
        state=bindparam("to_state"),
        sent_at=bindparam("at"),
        message_id=bindparam("standing"),
        fault=bindparam("said"),
    )
)
COUNTING = (
    update(outbox)
    .where(outbox.c.id == bindparam("row_id"))
    .values(tries=bindparam("so_many"), fault=bindparam("said"))
)
STANDING = insert_or_update(cards, ["card", "chat_id"], ["message_id"])
SHOWING = insert_or_ignore(shown)
TOLD_ADMINS = "undeliverable:"


@dataclass(frozen=True, slots=True, kw_only=True)
class Undelivered:
    """A message that a person did not get, because they blocked the bot or their account is gone."""

    person: Person
    case_id: int | None
    notice_id: int | None


OnUndelivered = Callable[[Undelivered, SqlUnitOfWork], Awaitable[None]]


class Marking:
    """What is written after sending; `on_undelivered` may open a task for whoever must now act."""

    def __init__(self, on_undelivered: OnUndelivered | None = None) -> None:
        self._on_undelivered = on_undelivered

    async def mark(self, outcomes: Sequence[Outcome], uow: SqlUnitOfWork) -> None:
        """All of these, in the unit of work."""
        done = [outcome for outcome in outcomes if outcome.state is not State.WAITING]
        await _mark_rows(done, uow)
        await _count_tries([outcome for outcome in outcomes if outcome.is_counted], uow)
        await _mark_messages([outcome for outcome in done if outcome.message_id is not None], uow)
        for outcome in outcomes:
            await self._mark_one(outcome, uow)

    async def _mark_one(self, outcome: Outcome, uow: SqlUnitOfWork) -> None:
        if outcome.moved_to:
            await move_chat(uow, outcome.row.chat_id, outcome.moved_to)
        elif outcome.state is State.SENT and outcome.row.notice_id is not None:
            await note_delivery(outcome.row.notice_id, uow=uow)
        elif outcome.state is State.UNREACHABLE:
            await self._mark_unreachable(outcome, uow)
        elif outcome.state is State.FAILED:
            await _open_task(outcome, uow)

    async def _mark_unreachable(self, outcome: Outcome, uow: SqlUnitOfWork) -> None:
        person = await uow.persons.one(chat_id=outcome.row.chat_id)
        if person is None:
            await lose_group(outcome.row.chat_id, uow=uow)
            return
        if person.is_reachable:
            person = await note_reachability(person, is_reachable=False, uow=uow)
        missed = Undelivered(person=person, case_id=outcome.row.case_id, notice_id=outcome.row.notice_id)
        if self._on_undelivered:
            await self._on_undelivered(missed, uow)


async def _mark_rows(done: Sequence[Outcome], uow: SqlUnitOfWork) -> None:
    marks = [
        {
            "row_id": outcome.row.id,
            "to_state": outcome.state.value,
            "at": uow.now,
            "standing": outcome.message_id,
            "said": outcome.fault,
        }
        for outcome in done
    ]
    if marks:
        await uow.connection.execute(MARKING, marks)


async def _count_tries(counted: Sequence[Outcome], uow: SqlUnitOfWork) -> None:
    tries = [
        {"row_id": outcome.row.id, "so_many": outcome.row.tries, "said": outcome.fault} for outcome in counted
    ]
    if tries:
        await uow.connection.execute(COUNTING, tries)


async def _mark_messages(sent: Sequence[Outcome], uow: SqlUnitOfWork) -> None:
    places = [
        {
            "card": outcome.row.card,
            "case_id": outcome.row.case_id,
            "chat_id": outcome.row.chat_id,
            "message_id": outcome.message_id,
        }
        for outcome in sent
    ]
    if standing := [_without(place, "case_id") for place in places if place["card"]]:
        await uow.connection.execute(STANDING, standing)
    if showing := [_without(place, "card") for place in places if place["case_id"]]:
        await uow.connection.execute(SHOWING, showing)


def _without(place: Mapping[str, object], name: str) -> dict[str, object]:
    return {key: value for key, value in place.items() if key != name}


async def _open_task(outcome: Outcome, uow: SqlUnitOfWork) -> None:
    # a toast is gone with its moment, and a word to the admins must not breed others
    if not outcome.row.is_message or (outcome.row.once or "").startswith(TOLD_ADMINS):
        return
    recipient = await uow.persons.one(chat_id=outcome.row.chat_id)
    unsent = Unsent(
        outbox_id=outcome.row.id,
        name=recipient.name if recipient else "",
        case_id=outcome.row.case_id,
        notice_id=outcome.row.notice_id,
        fault=outcome.fault,
    )
    await open_undelivered(unsent, uow=uow)
