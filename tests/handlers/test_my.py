"""/my in chat: pages, notices and the statement of one's own."""

import pytest

from core.errors import NotThisPerson
from handlers import my
from tests.core.actions.appeals import noticed, notices_of
from tests.handlers.talk import Talk, talk_with


async def chat(employee_no: str) -> Talk:
    uow = await noticed()
    return await talk_with(uow, employee_no, my)


async def test_ones_own_notice_is_a_press_away_and_the_statement_too() -> None:
    worker = await chat("E17")

    await worker.sends("/my")
    assert "未结合计 <b>876.00 元</b>" in worker.words()
    await worker.presses("my_notice")
    assert worker.latest().template == "notice_issued"
    await worker.hits("my_statement:0:0")
    assert worker.latest().files


@pytest.mark.parametrize("arg", ["1", "x", "99999999999999999999"])
async def test_any_page_can_be_turned_to(arg: str) -> None:
    worker = await chat("E17")

    await worker.hits(f"my_page:0:0:{arg}")

    assert "250303" in worker.words()


async def test_nobody_opens_the_notice_of_another() -> None:
    worker = await chat("E03")
    (notice,) = await notices_of(worker.uow, "E17")

    with pytest.raises(NotThisPerson):
        await worker.hits(f"my_notice:{notice.id}:0")
