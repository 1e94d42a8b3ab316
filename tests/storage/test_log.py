"""The log is a chain: what was edited, cut, reordered or left out is found."""

from datetime import timedelta
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import text

from bot.storage.chain import Chain, canonical
from bot.storage.chain_walk import ChainFault, FaultKind
from bot.storage.chained_tables import log
from bot.storage.unit_of_work import SqlUnitOfWork, UnitsOfWork
from bot.storage.verify_log import faults_in_log, verify_log
from core.model.log import LogRow
from tests.make import NOW

ROWS = (
    LogRow(
        act="case_registered", case_id=1, actor_id=1, facts={"number": "250303"}, words={"customer": "宏达"}
    ),
    LogRow(act="case_accepted", case_id=1, actor_id=2),
    LogRow(act="party_named", case_id=1, actor_id=2, facts={"party": 3}, words={"name": "张伟"}),
)


@pytest.fixture
async def written(units: UnitsOfWork) -> UnitsOfWork:
    for row in ROWS:
        async with units.open(NOW) as uow:
            await uow.log.write(row)
    return units


async def test_an_untouched_log_has_no_fault(written: UnitsOfWork) -> None:
    assert await _fault(written) is None


async def test_rows_of_one_transaction_are_chained_like_any_others(units: UnitsOfWork) -> None:
    async with units.open(NOW) as uow:
        for row in ROWS:
            await uow.log.write(row)

    assert await _fault(units) is None


async def test_names_and_free_text_are_not_in_the_chain(written: UnitsOfWork) -> None:
    async with written.database.reading() as connection:
        chain = [str(row) for row in await connection.execute(text("SELECT * FROM log"))]

    assert not [row for row in chain if "张伟" in row or "宏达" in row]


async def test_words_can_be_erased_without_breaking_the_chain(written: UnitsOfWork) -> None:
    async with written.database.writing() as connection:
        await connection.execute(text("DELETE FROM log_words"))

    assert await _fault(written) is None


@pytest.mark.parametrize(
    ("tampering", "fault"),
    [
        ("UPDATE log SET act = 'case_refused' WHERE seq = 2", ChainFault(2, FaultKind.EDITED)),
        ("UPDATE log SET facts = '{}' WHERE seq = 3", ChainFault(3, FaultKind.EDITED)),
        ("UPDATE log SET at = '2025-03-04 00:00:00.000000' WHERE seq = 1", ChainFault(1, FaultKind.EDITED)),
        ("UPDATE log SET at = 'late' WHERE seq = 1", ChainFault(1, FaultKind.EDITED)),
        ("UPDATE log SET actor_id = 'me' WHERE seq = 2", ChainFault(2, FaultKind.EDITED)),
        ("UPDATE log SET facts = X'FF' WHERE seq = 2", ChainFault(2, FaultKind.EDITED)),
        ("UPDATE log SET facts = CAST(facts AS BLOB) WHERE seq = 2", ChainFault(2, FaultKind.EDITED)),
        ("UPDATE log_words SET words = X'FF' WHERE seq = 3", ChainFault(3, FaultKind.EDITED_WORDS)),
        ("UPDATE log SET previous = '' WHERE seq = 3", ChainFault(3, FaultKind.BROKEN_LINK)),
        ("DELETE FROM log WHERE seq = 2", ChainFault(2, FaultKind.GAP)),
        (
            'UPDATE log_words SET words = \'{"name":"李强"}\' WHERE seq = 3',
            ChainFault(3, FaultKind.EDITED_WORDS),
        ),
    ],
)
async def test_the_first_row_at_fault_is_named(
    written: UnitsOfWork, tampering: str, fault: ChainFault
) -> None:
    await _tamper(written, tampering)

    assert await _fault(written) == fault


RENUMBERED = "UPDATE log SET seq = {} WHERE seq = {}"
EMPTIED = "DELETE FROM log_words"


@pytest.mark.parametrize(
    ("tamperings", "faults"),
    [
        (
            ("UPDATE log SET act = 'x' WHERE seq = 1", "UPDATE log SET act = 'y' WHERE seq = 3"),
            [ChainFault(1, FaultKind.EDITED), ChainFault(3, FaultKind.EDITED)],
        ),
        (("DELETE FROM log WHERE seq < 3",), [ChainFault(1, FaultKind.GAP, other=2)]),
        (
            (RENUMBERED.format(9, 2), RENUMBERED.format(2, 3), RENUMBERED.format(3, 9)),
            [ChainFault(2, FaultKind.MOVED, other=3), ChainFault(3, FaultKind.MOVED, other=2)],
        ),
        (
            ("DELETE FROM log WHERE seq = 1", RENUMBERED.format(1, 2), RENUMBERED.format(2, 3)),
            [ChainFault(1, FaultKind.MOVED, other=2)],
        ),
        (
            (
                RENUMBERED.format(4, 3),
                RENUMBERED.format(3, 2),
                "INSERT INTO log SELECT 2, at, 'forged', case_id, actor_id, facts, '', hash, 'x' FROM log WHERE seq = 1",
            ),
            [ChainFault(2, FaultKind.EDITED), ChainFault(3, FaultKind.MOVED, other=2)],
        ),
        (
            (
                "INSERT INTO log SELECT 0, at, 'forged', case_id, actor_id, facts, '', '', 'x' FROM log WHERE seq = 1",
            ),
            [ChainFault(0, FaultKind.EDITED), ChainFault(1, FaultKind.BROKEN_LINK)],
        ),
    ],
    ids=["edited", "missing", "reordered", "taken out", "inserted", "put before all"],
)
async def test_every_row_at_fault_is_named(
    written: UnitsOfWork, tamperings: tuple[str, ...], faults: list[ChainFault]
) -> None:
    await _tamper(written, EMPTIED, *tamperings)

    async with written.database.reading() as connection:
        assert [fault async for fault in faults_in_log(connection)] == faults


async def test_a_cut_tail_is_found_by_a_head_noted_earlier(written: UnitsOfWork) -> None:
    async with written.database.reading() as connection:
        head = (await connection.execute(text("SELECT hash FROM log ORDER BY seq DESC LIMIT 1"))).scalar_one()
    assert await _fault(written, head) is None

    await _tamper(written, "DELETE FROM log WHERE seq = 3")

    assert await _fault(written) is None
    assert await _fault(written, head) == ChainFault(3, FaultKind.CUT)


async def test_a_number_beyond_all_numbers_is_not_taken_for_none(units: UnitsOfWork) -> None:
    async with units.open(NOW) as uow:
        await uow.log.write(LogRow(act="calendar_imported"))

    await _tamper(units, "UPDATE log SET case_id = 9e999")

    assert await _fault(units) == ChainFault(1, FaultKind.EDITED)


async def test_a_long_log_is_walked_to_its_end_and_says_how_far_it_is(units: UnitsOfWork) -> None:
    async with units.open(NOW) as uow:
        for _ in range(4_500):
            await uow.log.write(ROWS[1])
    await _tamper(
        units, "DELETE FROM log WHERE seq IN (2000, 2001)", "UPDATE log SET act = 'x' WHERE seq = 4500"
    )
    passed: list[int] = []

    async with units.database.reading() as connection:
        faults = [fault async for fault in faults_in_log(connection, "", passed.append)]

    assert faults == [ChainFault(2000, FaultKind.GAP, other=2001), ChainFault(4500, FaultKind.EDITED)]
    assert sum(passed) == 4_498
    assert len(passed) > 1


@given(
    st.dictionaries(
        st.text(),
        st.none() | st.integers(-(2**63), 2**63 - 1) | st.text(st.characters(exclude_categories=["Cs"])),
    )
)
def test_what_a_chain_covers_is_written_in_that_one_way(said: dict[str, str | int | None]) -> None:
    chain = Chain(log, lambda _: said)

    assert chain.hash_of({"previous": "ab"}) == sha256(("ab" + canonical(said)).encode()).hexdigest()


async def test_what_a_savepoint_undid_is_not_logged(units: UnitsOfWork) -> None:
    async with units.open(NOW) as uow:
        await uow.log.write(ROWS[0])
        with pytest.raises(LookupError):
            await _write_and_fail(uow)
        await uow.log.write(ROWS[2])

    async with units.database.reading() as connection:
        acts = (await connection.execute(text("SELECT act FROM log ORDER BY seq"))).scalars().all()
    assert acts == ["case_registered", "party_named"]
    assert await _fault(units) is None


async def test_the_instant_is_part_of_the_chain(units: UnitsOfWork) -> None:
    hashes = set()
    for hours in (0, 1):
        async with units.open(NOW + timedelta(hours=hours)) as uow:
            await uow.log.write(ROWS[1])
    async with units.database.reading() as connection:
        hashes = set((await connection.execute(text("SELECT hash FROM log"))).scalars())

    assert len(hashes) == 2


def test_there_is_one_way_to_write_a_value() -> None:
    assert canonical({"b": 1, "a": "名"}) == canonical({"a": "名", "b": 1}) == '{"a":"名","b":1}'


async def _write_and_fail(uow: SqlUnitOfWork) -> None:
    async with uow.savepoint():
        await uow.log.write(ROWS[1])
        raise LookupError


async def _fault(units: UnitsOfWork, head: str = "") -> ChainFault | None:
    async with units.database.reading() as connection:
        return await verify_log(connection, head)


async def _tamper(units: UnitsOfWork, *statements: str) -> None:
    """As somebody with the file in hand would: without the triggers, and without the references."""
    async with units.database.engine.connect() as connection:
        driver = (await connection.get_raw_connection()).driver_connection
        assert driver is not None
        for act in ("UPDATE", "DELETE"):
            await driver.execute(f"DROP TRIGGER IF EXISTS log_forbids_{act.lower()}")
            await driver.execute(f"DROP TRIGGER IF EXISTS log_words_forbids_{act.lower()}")
        await driver.execute("PRAGMA foreign_keys=OFF")
        for statement in statements:
            await driver.execute(statement)
        await driver.execute("PRAGMA foreign_keys=ON")


async def test_the_rows_of_one_case_are_given_with_hashes_and_words(units: UnitsOfWork) -> None:
    async with units.open(NOW) as uow:
        await uow.log.write(LogRow(act="one", case_id=1, words={"said": "话"}))
        await uow.log.write(LogRow(act="other", case_id=2))
        await uow.log.write(LogRow(act="two", case_id=1))

    async with units.open(NOW) as uow:
        rows = await uow.log.of_case(1)
        head = await uow.log.head()

    assert [(row["seq"], row["act"], row["words"]) for row in rows] == [
        (1, "one", '{"said":"话"}'),
        (3, "two", None),
    ]
    assert rows[-1]["hash"] == head
