from dataclasses import replace

import pytest

from bot.render.renderer import Renderer
from core.actions.case.open_dossier import open_dossier
from core.actions.corrective.plan_of import plan_of
from core.actions.draft.intake_in_force import intake_of
from core.actions.figures.approve_figures import approve_figures
from core.actions.figures.check_figures import present_figures
from core.actions.rulebook.rulebook_of import rulebook_of
from core.model.message import Message
from core.model.paper import PaperKind
from core.papers.case import CaseFile, case_paper
from tests.fakes import FakeUnitOfWork
from tests.liability import confirmed, version, who


async def approved() -> FakeUnitOfWork:
    uow = await confirmed()
    await approve_figures(1, await version(uow), 2, actor=await who(uow, "E05"), uow=uow)
    return uow


async def file_without_offices(uow: FakeUnitOfWork) -> CaseFile:
    """The case under a rulebook that has no words for posts; the general manager decided."""
    dossier = await open_dossier(1, uow=uow)
    decisions = tuple(replace(one, desk="general_manager") for one in dossier.decisions if one.step)
    return CaseFile(
        dossier=replace(dossier, glossary=replace(dossier.glossary, offices={}), decisions=decisions),
        figures=await present_figures(dossier, uow=uow),
        rulebook=rulebook_of(dossier.case, uow=uow),
        asked=await intake_of(dossier.case, uow=uow),
        pieces=(),
        corrective=await plan_of(dossier, uow=uow),
    )


async def said_on(kind: PaperKind, language: str) -> str:
    uow = await approved()
    paper = case_paper(kind, await file_without_offices(uow), language)
    return Renderer(uow.company).rendered(language, Message(template=f"papers/{kind}", data=paper.data)).html


@pytest.mark.parametrize(("language", "post"), [("zh-Hans", "总经理"), ("en", "general manager")])
async def test_who_approved_is_said_in_the_companys_word_where_the_rulebook_has_none(
    language: str, post: str
) -> None:
    said = await said_on(PaperKind.DISPOSITION_REPORT, language)

    assert f"<td>{post}</td>" in said
    assert "general_manager" not in said


async def test_an_office_that_gets_a_copy_is_said_in_the_companys_word_where_the_rulebook_has_none() -> None:
    said = await said_on(PaperKind.INCIDENT_REPORT, "zh-Hans")

    assert "联　财务</copy>" in said
