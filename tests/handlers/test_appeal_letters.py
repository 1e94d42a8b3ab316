"""An appeal in writing, of somebody without chat, is booked by an auditor and freezes the money like any other."""

from dataclasses import replace

import pytest

from core.actions.appeal.make_appeal import book_letter
from core.errors import NotThisPerson, SomebodyWasFirst
from handlers import accounts, appeal_letters, my
from tests.core.actions.appeals import noticed, notices_of
from tests.fakes import FakeUnitOfWork
from tests.handlers.talk import Talk, talk_with
from tests.liability import last_told, who


async def auditor_at_account(uow: FakeUnitOfWork, typed: str = "张伟") -> Talk:
    talk = await talk_with(uow, "E08", my, accounts, appeal_letters)
    await talk.sends("/my")
    await talk.presses("account_find")
    await talk.sends(typed)
    await talk.hits(f"account:{talk.latest().rows[0][0].id}:0:")
    return talk


async def test_the_letter_is_booked_as_theirs_and_the_amount_freezes() -> None:
    uow = await noticed()
    zhang = await who(uow, "E17")
    await uow.persons.put(replace(zhang, chat_id=None))
    auditor = await auditor_at_account(uow)

    await auditor.presses("appeal_letter")
    assert "照信写明理由" in auditor.words()
    await auditor.sends("不是我装的")

    (appeal,) = await uow.appeals.where()
    (notice,) = await notices_of(uow)
    assert (appeal.person_id, appeal.reason, notice.is_frozen) == (zhang.id, "不是我装的", True)
    assert "金额已冻结" in auditor.words()
    assert last_told(uow, "E08", "appeal_received")
    row = next(one for one in uow.log.rows if one.act == "appeal_made")
    assert row.actor_id == auditor.actor.id


async def test_a_letter_that_comes_late_freezes_nothing() -> None:
    uow = await noticed()
    (notice,) = await notices_of(uow)
    assert notice.appeal_until is not None
    uow.now = notice.appeal_until.replace(day=notice.appeal_until.day + 5)
    auditor = await auditor_at_account(uow)

    await auditor.presses("appeal_letter")
    await auditor.sends("住院了")

    assert "申诉期已过" in auditor.words()
    assert not (await notices_of(uow))[0].is_frozen


async def test_one_letter_is_booked_once() -> None:
    uow = await noticed()
    auditor = await who(uow, "E08")
    await book_letter(1, reason="x", actor=auditor, uow=uow)

    with pytest.raises(SomebodyWasFirst, match="appeal_is_made"):
        await book_letter(1, reason="y", actor=auditor, uow=uow)
    talk = await auditor_at_account(uow)
    assert "appeal_letter" not in [button.verb for row in talk.latest().rows for button in row]


@pytest.mark.parametrize("stranger", ["E06", "E07", "E11", "E17"])
async def test_nobody_but_an_auditor_books_it(stranger: str) -> None:
    uow = await noticed()

    with pytest.raises(NotThisPerson, match="auditor_books_appeals"):
        await book_letter(1, reason="x", actor=await who(uow, stranger), uow=uow)
