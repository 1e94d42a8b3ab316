from dataclasses import replace
from typing import Any

import pytest

from core.errors import NotAllowed, NotThisPerson
from core.model.money import Money
from core.payroll.batch import Batch, BatchLine, BatchState
from tests.handlers.liability_talk import liability_talk
from tests.handlers.talk import Talk
from tests.handlers.test_noticing import noticed
from tests.liability import confirmed, last_told, verbs
from tests.make import NOW


async def opened() -> Talk:
    """An employee who has opened the figures of their notice, and looks at the notice again."""
    worker = await noticed(await confirmed())
    await worker.presses("why")
    worker.reply.said.append(last_told(worker.uow, "E17", "notice_issued"))
    return worker


async def test_a_notice_offers_to_agree_last_and_only_once_the_figures_were_opened() -> None:
    worker = await noticed(await confirmed())
    assert "agree" not in verbs(worker.latest())

    worker = await opened()

    assert verbs(worker.latest()) == ["ack", "appeal", "why", "notice_pdf", "ask_owner", "agree"]
    assert "对您没有任何不利" in worker.words()


async def test_agreeing_is_dated_and_can_be_taken_back() -> None:
    worker = await opened()

    await worker.presses("agree")
    assert "表示同意；结算扣款之前可以撤回" in worker.words()
    await worker.hits("agree:1:0")
    await worker.presses("take_back")
    await worker.hits("unagree:1:0")

    notice = await worker.uow.notices.get(1)
    assert (notice.agreed_at, notice.is_frozen, str(notice.amount)) == (None, False, "876.00")
    acts = worker.uow.log.acts()
    assert (acts.count("notice_agreed"), acts.count("agreement_withdrawn")) == (1, 1)


async def test_what_was_agreed_can_be_taken_back_until_the_batch_closes() -> None:
    worker = await opened()
    await worker.presses("agree")
    given = await worker.uow.notices.get(1)
    batch = await worker.uow.batches.add(
        Batch(month="2025-03", number="KK-1", file_sha256="f", prepared_at=NOW)
    )
    settings: dict[str, Any] = {
        "person_id": given.person_id,
        "case_id": 1,
        "notice_id": 1,
        "clause": "5.1",
        "owed": Money(9),
    }
    for amount, notice_id in ((0, 1), (9, 2), (9, 1)):
        line = BatchLine(batch_id=batch.id, amount=Money(amount), **(settings | {"notice_id": notice_id}))
        await worker.uow.batch_lines.add(line)

    await worker.hits("unagree:1:0")
    await worker.hits("agree:1:0")
    await worker.uow.batches.put(replace(batch, state=BatchState.CLOSED))
    with pytest.raises(NotAllowed, match="agreement_in_batch"):
        await worker.hits("unagree:1:0")

    assert (await worker.uow.notices.get(1)).agreed_at == worker.uow.now


async def test_nobody_agrees_before_opening_the_figures_nor_for_another() -> None:
    worker = await noticed(await confirmed())
    another = await liability_talk(worker.uow, "E03")

    with pytest.raises(NotAllowed, match="open_figures_first"):
        await worker.hits("agree:1:0")
    with pytest.raises(NotThisPerson):
        await another.hits("agree:1:0")


async def test_opening_the_figures_again_changes_nothing() -> None:
    worker = await opened()
    told = len(worker.uow.outbox.told_to("E17"))

    await worker.presses("why")

    assert len(worker.uow.outbox.told_to("E17")) == told


async def test_an_appeal_takes_the_offer_away() -> None:
    worker = await opened()

    await worker.presses("appeal")
    await worker.sends("不是我装的")

    assert verbs(worker.reply.said[-2]) == ["ack", "why", "notice_pdf", "ask_owner"]
    assert "期间不扣款" in worker.words(worker.reply.said[-2])
