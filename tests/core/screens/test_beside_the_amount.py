"""What a clause says of somebody beside an amount is on the notice that gives the amount, in chat and on paper."""

import pytest

from bot.render.renderer import Renderer
from core.actions.case.open_dossier import open_dossier
from core.actions.figures.read_figures import standing_figures
from core.actions.notice.issue_notice_paper import issue_notice_paper
from core.actions.rulebook.rulebook_of import rulebook_of
from core.model.message import Message
from core.rules.notice.notice_content import besides
from core.screens.outcome import party_released
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


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("zh-Hans", "不需要承担任何金额。案件已决定。按制度另有：5.1 条：警告。"),
        ("en", "The case is decided. Besides, by the regulation: clause 5.1: Warning."),
    ],
)
async def test_who_pays_nothing_reads_it_too(language: str, said: str) -> None:
    uow = await noticed()
    dossier = await open_dossier(1, uow=uow)
    figures = await standing_figures(1, dossier.case.version, uow=uow)
    rulebook = rulebook_of(dossier.case, uow=uow)

    message = party_released(dossier, rulebook, besides=besides(figures.people[0]))

    assert said in Renderer(uow.company).rendered(language, message).html
