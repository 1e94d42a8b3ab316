"""Every noun comes back from its table as it was."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from sqlalchemy import text
from sqlalchemy.exc import StatementError

from bot.storage.unit_of_work import UnitsOfWork
from core.model.case import Outcome, Stage
from core.model.duty import Duty
from core.model.evidence import Evidence, Holder, Kind, Storing
from core.model.money import Money
from core.model.notice import Notice
from core.model.party import Hearing, Party
from core.model.remembered import Remembered
from tests import make
from tests.make import NOW


async def test_a_case_with_everything_in_it_comes_back_whole(units: UnitsOfWork) -> None:
    full = make.case(
        stage=Stage.APPROVING,
        outcome=Outcome.CHARGED,
        facts={"is_first": True, "count": 3, "nested": {"list": ["a", 1, None]}},
        losses=({"kind": "compensation", "amount": "800.00"}, {"kind": "labour", "hours": "12"}),
        events={"found_at": "2025-03-03T08:12:00+08:00"},
        replied_at=NOW,
    )

    async with units.open(NOW) as uow:
        added = await uow.cases.add(full)
        uow.forget()
        assert await uow.cases.get(added.id) == replace(full, id=added.id)


async def test_money_is_kept_to_the_fen(units: UnitsOfWork) -> None:
    notice = Notice(
        number="TZ-2025-0031",
        case_id=1,
        version=3,
        person_id=3,
        amount=Money(87_600),
        content={"a": "876.00"},
        issued_at=NOW,
    )
    async with units.open(NOW) as uow:
        added = await uow.notices.add(notice)
        uow.forget()
        assert (await uow.notices.get(added.id)).amount == Money(87_600)
        kept = await uow.connection.execute(text("SELECT amount, typeof(amount) FROM notices"))
        assert tuple(kept.one()) == (87_600, "integer")


async def test_an_instant_comes_back_in_utc_whatever_zone_it_was_said_in(units: UnitsOfWork) -> None:
    shanghai = datetime(2025, 3, 3, 8, 12, tzinfo=timezone(timedelta(hours=8)))
    async with units.open(NOW) as uow:
        added = await uow.remembered.add(Remembered(kind="customer", name="宏达机电", used_at=shanghai))
        uow.forget()
        found = await uow.remembered.get(added.id)

    assert found.used_at == shanghai
    assert found.used_at.tzinfo is UTC


async def test_an_instant_without_a_zone_is_refused(units: UnitsOfWork) -> None:
    naive = Remembered(kind="customer", name="宏达机电", used_at=datetime(2025, 3, 3))  # noqa: DTZ001 - the mistake
    with pytest.raises(StatementError):
        async with units.open(NOW) as uow:
            await uow.remembered.add(naive)


async def test_enums_are_kept_by_their_values(units: UnitsOfWork) -> None:
    piece = Evidence(
        holder=Holder.DRAFT,
        holder_id=1,
        kind=Kind.PHOTO,
        storing=Storing.TO_FETCH,
        chat_id=1017,
        message_id=2,
        received_by=3,
        received_at=NOW,
    )
    party = Party(
        case_id=1,
        person_id=3,
        role="direct",
        department="仓储部",
        hearing_due_at=NOW,
        named_by=2,
        named_at=NOW,
    )
    async with units.open(NOW) as uow:
        await uow.evidence.add(piece)
        await uow.parties.add(party)
        uow.forget()
        assert (await uow.evidence.where(storing=Storing.TO_FETCH))[0].kind is Kind.PHOTO
        assert (await uow.parties.where(hearing=(Hearing.ASKED, Hearing.HEARD)))[0].hearing is Hearing.ASKED
        words = (await uow.connection.execute(text("SELECT storing FROM evidence"))).scalar_one()
        assert words == "to_fetch"


async def test_what_is_not_said_comes_back_as_none(units: UnitsOfWork) -> None:
    async with units.open(NOW) as uow:
        added = await uow.duties.add(Duty(kind="hand_over", owner_id=None, opened_at=NOW))
        uow.forget()
        found = await uow.duties.get(added.id)

    assert (found.owner_id, found.due_at, found.case_id) == (None, None, None)
