"""What a clause says of somebody beside an amount is on the notice that gives the amount, in chat and on paper."""

import pytest

from bot.render.renderer import Renderer
from core.actions.issue_notice_paper import issue_notice_paper
from core.model.message import Message
from tests.core.actions.appeals import noticed
from tests.liability import last_told, who

SAID = [("zh-Hans", "金额以外：5.1 条：警告。"), ("en", "Besides the amount: clause 5.1: Warning.")]


@pytest.mark.parametrize(("language", "said"), SAID)
async def test_the_chat_says_the_measure_and_its_clause(language: str, said: str) -> None:
    uow = await noticed()

    told = last_told(uow, "E17", "notice_issued")

    assert said in Renderer(uow.company).rendered(language, told).html


@pytest.mark.parametrize(("language", "said"), SAID)
async def test_the_paper_says_it_too(language: str, said: str) -> None:
    uow = await noticed()

    await issue_notice_paper(1, actor=await who(uow, "E17"), uow=uow)

    paper = Message(template="papers/notice", data=uow.papers.issued[-1].data)
    assert said in Renderer(uow.company).rendered(language, paper).html


async def test_who_only_pays_reads_nothing_of_it() -> None:
    uow = await noticed()

    told = last_told(uow, "E03", "notice_issued")

    assert "金额以外" not in Renderer(uow.company).rendered("zh-Hans", told).html
