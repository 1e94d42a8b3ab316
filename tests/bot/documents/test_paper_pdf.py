"""Documents as PDF: the same bytes for the same data, and no text of a person is ever typesetting."""

from dataclasses import replace

import pytest

from bot.documents.paper_pdf import paper_pdf
from bot.documents.sheet import sheet_in
from bot.render.renderer import Renderer
from core.actions.figures.approve_figures import approve_figures
from core.actions.notice.issue_notice_paper import issue_notice_paper
from core.actions.paper.issue_case_paper import issue_case_paper
from core.model.message import Message
from core.model.paper import Paper
from core.papers.case import OF_CASES
from tests.bot.documents.test_rulebook_pdf import HOSTILE
from tests.liability import confirmed, version, who
from tests.make import company

WORDING = Renderer(company())


async def papers() -> list[Paper]:
    """The notice, and every form about its case."""
    uow = await confirmed()
    await approve_figures(1, await version(uow), 2, actor=await who(uow, "E05"), uow=uow)
    await uow.cases.put(replace(await uow.cases.get(1), happened=f"{HOSTILE} </fact><h1>x</h1>"))
    investigator = await who(uow, "E11")
    await issue_notice_paper(1, actor=investigator, uow=uow)
    for kind in OF_CASES:
        await issue_case_paper(1, kind.value, actor=investigator, uow=uow)
    return uow.papers.issued


async def test_the_same_paper_gives_the_same_bytes() -> None:
    for paper in await papers():
        first, second = (paper_pdf(paper, WORDING, "恒远").content for _ in range(2))
        assert first == second
        assert first.startswith(b"%PDF")


async def test_every_form_can_be_set_in_english_and_says_other_things() -> None:
    for paper in await papers():
        assert paper_pdf(replace(paper, language="en"), WORDING, "恒远") != paper_pdf(paper, WORDING, "恒远")


async def test_a_notice_says_in_which_role_and_writes_the_amount_out() -> None:
    notice = (await papers())[0]

    form = Message(template="papers/notice", data=notice.data)
    words, english = (WORDING.rendered(language, form).html for language in ("zh-Hans", "en"))

    assert '<fact name="案中责任">直接责任人</fact>' in words
    assert "876.00 元（人民币捌佰柒拾陆元整）" in words
    assert '<fact name="Liable as">Direct responsible person</fact>' in english


async def test_each_office_that_gets_a_copy_has_a_sheet_of_its_own() -> None:
    report = next(paper for paper in await papers() if paper.kind.value == "incident_report")
    offices = [report.data["words"].role("office"), report.data["words"].role("quality")]  # type: ignore[attr-defined]

    single, double = (
        paper_pdf(replace(report, data={**report.data, "copies": copies}), WORDING, "恒远").content
        for copies in ((), offices)
    )

    assert (b"/Pages/Count 1/" in single, b"/Pages/Count 2/" in double) == (True, True)


def test_a_tag_that_documents_do_not_know_is_a_fault_of_the_template() -> None:
    with pytest.raises(ValueError, match="marquee"):
        sheet_in("<marquee>")
