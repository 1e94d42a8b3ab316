"""The summary of a batch as a PDF: the same bytes for the same data, of many persons on many pages."""

from dataclasses import replace

import pytest

from bot.documents.paper_pdf import paper_pdf
from bot.render.renderer import Renderer
from core.actions.money.issue_payroll_paper import issue_payroll_paper
from core.model.paper import Paper
from tests.core.actions.money.test_payroll import charged, closed
from tests.liability import who
from tests.make import company

WORDING = Renderer(company())


async def summary() -> Paper:
    uow = await charged()
    await closed(uow)
    await issue_payroll_paper(1, actor=await who(uow, "E06"), uow=uow)
    return uow.papers.issued[-1]


@pytest.mark.parametrize("language", ["zh-Hans", "en"])
async def test_the_same_batch_gives_the_same_bytes(language: str) -> None:
    paper = replace(await summary(), language=language)

    first, second = (paper_pdf(paper, WORDING, "恒远").content for _ in range(2))

    assert first == second
    assert first.startswith(b"%PDF")


async def test_a_long_batch_goes_on_over_pages() -> None:
    paper = await summary()
    people = paper.data["people"]
    assert isinstance(people, list)

    long = paper_pdf(replace(paper, data={**paper.data, "people": people * 40}), WORDING, "恒远")

    assert b"/Pages/Count 1/" not in long.content
