"""The ledger is a chain of transactions that add up: what was edited, cut or left out is found."""

from dataclasses import replace

import pytest
from sqlalchemy import insert, text

from bot.storage.chain_walk import ChainFault, FaultKind
from bot.storage.chained_tables import ledger
from bot.storage.ledger import LEDGER_CHAIN, rows_of
from bot.storage.unit_of_work import SqlUnitOfWork, UnitsOfWork
from bot.storage.verify_ledger import faults_in_ledger
from core.ledger.account import Account
from core.ledger.balances import owed_in
from core.model.money import Money
from tests.core.ledger.make_postings import charged, rewarded, withheld
from tests.make import NOW

BOOKED = (
    charged(50000, case_id=2, notice_id=2),
    charged(30000, person_id=3),
    withheld(10000, case_id=2, notice_id=2),
)


@pytest.fixture
async def booked(units: UnitsOfWork) -> UnitsOfWork:
    for posting in BOOKED:
        async with units.open(NOW) as uow:
            await uow.ledger.book(posting)
    return units


async def test_what_was_booked_is_read_back_as_it_was(booked: UnitsOfWork) -> None:
    async with booked.open(NOW) as uow:
        read = await uow.ledger.postings()

    assert read == tuple(replace(posting, id=number) for number, posting in enumerate(BOOKED, 1))


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"case_id": 2}, [1, 3]),
        ({"person_id": 3}, [2]),
        ({"batch_id": 9}, []),
        ({"case_id": 2, "person_id": 17}, [1, 3]),
    ],
)
async def test_transactions_are_found_by_case_person_and_batch(
    booked: UnitsOfWork, asked: dict[str, int], found: list[int]
) -> None:
    async with booked.open(NOW) as uow:
        read = await uow.ledger.postings(**asked)

    assert [posting.id for posting in read] == found
    assert all(sum(entry.amount.fen for entry in posting.entries) == 0 for posting in read)


async def test_what_is_owed_is_what_the_transactions_say(booked: UnitsOfWork) -> None:
    async with booked.open(NOW) as uow:
        owed, of_one = await uow.ledger.owed(), await uow.ledger.owed(3)

    assert owed == owed_in(BOOKED)
    assert [one.amount for one in of_one] == [Money(30000)]


async def test_many_booked_at_once_are_chained_as_if_one_by_one(
    booked: UnitsOfWork, units: UnitsOfWork
) -> None:
    async with units.open(NOW) as uow:
        done = await uow.ledger.book_all(BOOKED)
        assert done[-1][1] == await uow.ledger.head()
        assert await uow.ledger.book_all(()) == ()
        read = await uow.ledger.postings()

    assert [one.id for one, _ in done] == [4, 5, 6]
    assert read[3:] == tuple(one for one, _ in done)
    assert len({head for _, head in done}) == len(done)
    assert await _fault(booked, done[0][1]) is None


async def test_an_untouched_ledger_has_no_fault(booked: UnitsOfWork) -> None:
    assert await _fault(booked) is None


@pytest.mark.parametrize(
    ("tampering", "fault"),
    [
        ("UPDATE ledger SET amount = 1 WHERE seq = 2", ChainFault(2, FaultKind.EDITED)),
        ("UPDATE ledger SET account = 'mine' WHERE seq = 2", ChainFault(2, FaultKind.EDITED)),
        ("UPDATE ledger SET person_id = 5 WHERE seq = 3", ChainFault(3, FaultKind.EDITED)),
        ("UPDATE ledger SET previous = '' WHERE seq = 3", ChainFault(3, FaultKind.BROKEN_LINK)),
        ("UPDATE ledger SET amount = 'much' WHERE seq = 2", ChainFault(2, FaultKind.EDITED)),
        ("UPDATE ledger SET amount = 1.5 WHERE seq = 2", ChainFault(2, FaultKind.EDITED)),
        ("UPDATE ledger SET booked_at = 'late' WHERE seq = 2", ChainFault(2, FaultKind.EDITED)),
        ("UPDATE ledger SET fund = X'FF' WHERE seq = 2", ChainFault(2, FaultKind.EDITED)),
        ("UPDATE ledger SET previous = X'FF' WHERE seq = 3", ChainFault(3, FaultKind.BROKEN_LINK)),
        ("DELETE FROM ledger WHERE seq = 4", ChainFault(4, FaultKind.GAP)),
        ("UPDATE ledger SET seq = 17 WHERE seq = 6", ChainFault(6, FaultKind.GAP, other=16)),
    ],
)
async def test_the_first_entry_at_fault_is_named(
    booked: UnitsOfWork, tampering: str, fault: ChainFault
) -> None:
    await _tamper(booked, tampering)

    assert await _fault(booked) == fault


async def test_every_entry_at_fault_is_named(booked: UnitsOfWork) -> None:
    await _tamper(booked, "UPDATE ledger SET amount = 'much' WHERE seq = 2")
    await _tamper(booked, "UPDATE ledger SET clause = 'x' WHERE seq = 5")

    async with booked.database.reading() as connection:
        faults = [fault async for fault in faults_in_ledger(connection)]

    assert faults == [
        ChainFault(2, FaultKind.EDITED),
        ChainFault(2, FaultKind.UNBALANCED),
        ChainFault(5, FaultKind.EDITED),
    ]


async def test_a_cut_tail_is_found_by_a_head_noted_earlier(booked: UnitsOfWork) -> None:
    async with booked.open(NOW) as uow:
        head = await uow.ledger.head()
    assert await _fault(booked, head) is None

    await _tamper(booked, "DELETE FROM ledger WHERE posting = 3")

    assert await _fault(booked) is None
    assert await _fault(booked, head) == ChainFault(5, FaultKind.CUT)


@pytest.mark.parametrize("rows", [(1, 3, 4), (1, 2, 3)], ids=["in the middle", "at the end"])
async def test_half_a_transaction_is_found_though_its_chain_is_whole(
    units: UnitsOfWork, rows: tuple[int, ...]
) -> None:
    seqs = {place: seq for seq, place in enumerate(rows, 1)}
    previous = ""
    async with units.open(NOW) as uow:
        for number, posting in enumerate(BOOKED[:2], 1):
            for place, row in enumerate(rows_of(posting, number), 2 * number - 1):
                if place in seqs:
                    linked = row | {"seq": seqs[place], "previous": previous}
                    previous = LEDGER_CHAIN.hash_of(linked)
                    await uow.connection.execute(insert(ledger), linked | {"hash": previous})

    at = 1 if rows == (1, 3, 4) else 3
    assert await _fault(units) == ChainFault(at, FaultKind.UNBALANCED)


async def test_what_a_savepoint_undid_is_not_booked(units: UnitsOfWork) -> None:
    async with units.open(NOW) as uow:
        with pytest.raises(LookupError):
            await _book_and_fail(uow)
        await uow.ledger.book(BOOKED[1])

    assert await _fault(units) is None
    async with units.open(NOW) as uow:
        assert [posting.entries for posting in await uow.ledger.postings()] == [BOOKED[1].entries]


async def _book_and_fail(uow: SqlUnitOfWork) -> None:
    async with uow.savepoint():
        await uow.ledger.book(BOOKED[0])
        raise LookupError


async def _fault(units: UnitsOfWork, head: str = "") -> ChainFault | None:
    async with units.database.reading() as connection:
        return await anext(faults_in_ledger(connection, head), None)


async def _tamper(units: UnitsOfWork, statement: str) -> None:
    async with units.database.writing() as connection:
        for act in ("update", "delete"):
            await connection.execute(text(f"DROP TRIGGER IF EXISTS ledger_forbids_{act}"))
        await connection.execute(text(statement))


async def test_rewards_are_owed_to_people_in_the_tables_too(booked: UnitsOfWork) -> None:
    async with booked.open(NOW) as uow:
        await uow.ledger.book(rewarded(4000))
        owed = await uow.ledger.owed(17, Account.REWARDS)

    assert owed == owed_in([rewarded(4000)], Account.REWARDS)
