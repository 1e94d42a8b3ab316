"""Raw updates and sent messages go after their days; ids and what was set aside stay."""

import asyncio
import os
from datetime import UTC, datetime, timedelta

from sqlalchemy import insert, select

from bot.clock import SystemClock
from bot.erasing import Eraser
from bot.evidence.folder import EvidenceFolder
from bot.hourly import every_hour
from bot.inbox.state import InboxState
from bot.outbox.outgoing import State
from bot.signal import Signal
from bot.storage.machine_tables import STILL_RAW, STILL_WORDED, inbox, outbox
from core.model.search import Search
from tests.bot.office import Office
from tests.patience import PATIENCE

DAYS = timedelta(days=30)


def eraser(office: Office) -> Eraser:
    return Eraser(office.units, SystemClock(), DAYS, EvidenceFolder(office.folder / "evidence"))


async def test_only_handled_updates_past_their_days_are_emptied(office: Office) -> None:
    now = datetime.now(UTC)
    long_ago, lately = now - timedelta(days=31), now - timedelta(days=29)
    async with office.units.open(now) as uow:
        rows = [
            _row(1, InboxState.DONE, long_ago),
            _row(2, InboxState.DONE, lately),
            _row(3, InboxState.ASIDE, long_ago),
            _row(4, InboxState.WAITING, long_ago),
        ]
        await uow.connection.execute(insert(inbox), rows)

    await eraser(office).erase()

    async with office.units.database.reading() as connection:
        left = await connection.execute(select(inbox.c.update_id, inbox.c.raw).order_by(inbox.c.update_id))
    assert [tuple(row) for row in left] == [(1, ""), (2, "{}"), (3, "{}"), (4, "{}")]


async def test_a_message_is_emptied_once_it_is_sent_and_old(office: Office) -> None:
    now = datetime.now(UTC)
    long_ago = now - timedelta(days=31)
    async with office.units.open(now) as uow:
        rows = [_sent(State.SENT, long_ago), _sent(State.WAITING, long_ago), _sent(State.SENT, now)]
        await uow.connection.execute(insert(outbox), rows)

    await eraser(office).erase()

    async with office.units.database.reading() as connection:
        left = await connection.execute(select(outbox.c.payload).order_by(outbox.c.id))
    assert left.scalars().all() == ["", "{}", "{}"]


async def test_what_was_searched_for_is_forgotten_after_its_days(office: Office) -> None:
    now = datetime.now(UTC)
    async with office.units.open(now) as uow:
        for person_id, age in ((1, 31), (2, 29)):
            asked_at = now - timedelta(days=age)
            await uow.searches.put(Search(person_id=person_id, words="水泵", number=1, asked_at=asked_at))

    await eraser(office).erase()

    async with office.units.open(now) as uow:
        assert [search.person_id for search in await uow.searches.where()] == [2]


async def test_of_evidence_what_a_stop_cut_off_goes_and_what_is_being_written_stays(office: Office) -> None:
    folder = EvidenceFolder(office.folder / "evidence")
    kept = folder.path(folder.keep(b"whole"))
    cut_off, young = (kept.with_name(f"{name}.part") for name in ("old", "young"))
    for file in (cut_off, young):
        file.write_bytes(b"half")
    for file in (cut_off, kept):
        os.utime(file, (0, 0))

    await eraser(office).erase()

    assert set(kept.parent.iterdir()) == {kept, young}


async def test_what_is_empty_already_is_not_looked_at_again(office: Office) -> None:
    plans = await office.rows(
        f"EXPLAIN QUERY PLAN UPDATE inbox SET raw = '' WHERE {STILL_RAW} AND received_at < '2025'"  # noqa: S608 - our own words
    )
    plans += await office.rows(
        f"EXPLAIN QUERY PLAN UPDATE outbox SET payload = '' WHERE {STILL_WORDED} AND queued_at < '2025'"  # noqa: S608 - our own words
    )

    assert [row[-1].split(" INDEX ")[1].split()[0] for row in plans] == [
        "ix_inbox_still_raw",
        "ix_outbox_still_worded",
    ]


async def test_it_is_done_at_once_and_when_the_bell_rings_not_before_the_hour() -> None:
    times: list[int] = []
    bell, done = Signal(), Signal()

    async def act() -> None:
        times.append(len(times))
        done.ring()

    running = asyncio.create_task(every_hour(act, bell))
    await done.wait(PATIENCE)
    bell.ring()
    await done.wait(PATIENCE)
    running.cancel()

    assert times == [0, 1]


def _sent(state: State, queued_at: datetime) -> dict[str, object]:
    plain = {
        "chat_id": 5,
        "method": "sendMessage",
        "payload": "{}",
        "card": "",
        "urgency": 0,
        "tries": 0,
        "fault": "",
    }
    return {"state": state.value, "queued_at": queued_at, **plain}


def _row(update_id: int, state: InboxState, received_at: datetime) -> dict[str, object]:
    plain = {"chat_id": 5, "raw": "{}", "tries": 0, "retry_at": None, "fault": ""}
    return {"update_id": update_id, "state": state.value, "received_at": received_at, **plain}
