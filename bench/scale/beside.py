"""What stands beside cases: clocks that run, messages that were sent, updates that were handled, names, cards."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Insert, Update, cast, func, insert, literal, null, select, update
from sqlalchemy import String as Words

from bench.scale.copies import copies
from bench.scale.copying import INSTANT, Cell, in_team
from bench.scale.founding import FIRST_CHAT
from bot.storage import tables
from bot.storage.machine_tables import cards, inbox, outbox, shown

DAYS_AHEAD = (30, 1100)
MESSAGES_OF_CASE = 2
FIRST_UPDATE = 1_000_000
CUSTOMER = "customer"
KEPT_FOR = timedelta(days=30)
TEXT = '{"text":"%s"}' % ("客诉单已登记，请您查看。" * 20)


def stand_beside(connection: Connection, now: datetime) -> int:
    """Fill all of it for the copies; how many rows that are."""
    every = (
        _timers(now),
        *(_outbox(number, now) for number in range(MESSAGES_OF_CASE)),
        _inbox(now),
        _cards(),
        _shown(),
        _customers(),
        _reminders(),
    )
    for statement in _over(now):
        connection.execute(statement)
    return sum(connection.execute(statement).rowcount for statement in every)


def _over(now: datetime) -> tuple[Update, ...]:
    """What waits for anybody of the originals has come to its end: nothing rings, nothing is sent, while we look."""
    timers = tables.timers
    return (
        update(timers).where(timers.c.rung_at.is_(None), timers.c.due_at <= now).values(stopped_at=now),
        update(outbox).where(outbox.c.state == "waiting").values(state="sent", sent_at=now),
    )


def _timers(now: datetime) -> Insert:
    """A clock for each case, all of them still running, none due within a month."""
    first, last = DAYS_AHEAD
    minutes = first * 1440 + (copies.c.id * 7919) % ((last - first) * 1440)
    due_at = _moved(now, minutes, "minutes")
    return insert(tables.timers).from_select(
        ["key", "kind", "subject_id", "due_at", "data"],
        select(_named("scale"), literal("recurrence_watch"), copies.c.id, due_at, literal("{}")),
    )


def _outbox(number: int, now: datetime) -> Insert:
    """Sent long ago and emptied, but for those of the last days."""
    at = _registered()
    payload = _unless_old(at, now, TEXT)
    values = {
        "chat_id": FIRST_CHAT + 1 + (copies.c.id + number) % 300,
        "method": literal("sendMessage"),
        "payload": payload,
        "card": literal(""),
        "once": _named(f"scale{number}"),
        "urgency": literal(2),
        "person_id": 1 + (copies.c.id + number) % 300,
        "case_id": copies.c.id,
        "notice_id": null(),
        "state": literal("sent"),
        "tries": literal(1),
        "queued_at": at,
        "sent_at": at,
        "message_id": copies.c.id * 2 + number,
        "fault": literal(""),
    }
    return _rows(insert(outbox), values)


def _inbox(now: datetime) -> Insert:
    at = _registered()
    values = {
        "update_id": copies.c.id + FIRST_UPDATE,
        "chat_id": FIRST_CHAT + 1 + copies.c.id % 300,
        "raw": _unless_old(at, now, TEXT),
        "received_at": at,
        "state": literal("done"),
        "tries": literal(0),
        "fault": literal(""),
    }
    return _rows(insert(inbox), values)


def _cards() -> Insert:
    number = cast(copies.c.id, Words)
    values: dict[str, Any] = {
        "card": literal("case:").concat(number),
        "chat_id": literal(-2001),
        "message_id": copies.c.id,
    }
    return insert(cards).from_select(list(values), select(*values.values()))


def _shown() -> Insert:
    values: dict[str, Any] = {"chat_id": literal(-2001), "message_id": copies.c.id, "case_id": copies.c.id}
    return insert(shown).from_select(list(values), select(*values.values()))


def _customers() -> Insert:
    it = tables.cases
    names = select(literal(CUSTOMER), it.c.customer, func.max(it.c.registered_at), literal("")).group_by(
        it.c.customer
    )
    known = select(tables.remembered.c.name).where(tables.remembered.c.kind == CUSTOMER)
    return insert(tables.remembered).from_select(
        ["kind", "name", "used_at", "language"], names.where(it.c.customer.not_in(known))
    )


def _reminders() -> Insert:
    """One of each case, told to who reported it."""
    it, at = tables.cases, _registered()
    values = {
        "key": _named("scale"),
        "clock_id": copies.c.id,
        "case_id": copies.c.id,
        "person_id": in_team(it.c.reporter_id),
        "stage": literal("before"),
        "rung_at": at,
        "told_at": at,
    }
    return _rows(insert(tables.reminders), values)


def _rows(statement: Insert, values: dict[str, Any]) -> Insert:
    rows = select(*values.values()).select_from(copies).join(tables.cases, tables.cases.c.id == copies.c.id)
    return statement.from_select(list(values), rows.order_by(copies.c.id))


def _registered() -> Cell:
    return tables.cases.c.registered_at


def _named(what: str) -> Cell:
    return literal(f"{what}:").concat(cast(copies.c.id, Words))


def _moved(now: datetime, count: Cell, unit: str) -> Cell:
    at = func.strftime(INSTANT, now.strftime("%Y-%m-%d %H:%M:%S"), cast(count, Words).concat(f" {unit}"))
    return at.concat("000")


def _unless_old(at: Cell, now: datetime, text: str) -> Cell:
    kept_since = (now - KEPT_FOR).strftime("%Y-%m-%d %H:%M:%S.%f")
    return func.iif(at.cast(Words) > kept_since, text, "")
