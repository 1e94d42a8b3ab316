"""A fine of the rulebook that the region's setting does not allow: the approver sees it beforehand, the fined is told."""

import pytest

from bot.render.renderer import Renderer
from core.actions.case.open_dossier import open_dossier
from core.actions.corrective.plan_of import plan_of
from core.actions.draft.intake_in_force import intake_of
from core.actions.figures.approve_figures import approve_figures
from core.actions.figures.check_figures import present_figures
from core.actions.figures.confirm_responsibility import confirm_responsibility
from core.actions.figures.put_figures import put_figures
from core.actions.investigation.name_party import name_party
from core.actions.investigation.set_fact import set_fact
from core.actions.rulebook.rulebook_of import rulebook_of
from core.model.message import Message
from core.model.paper import PaperKind
from core.model.pay_law import FinesWithoutLoss
from core.papers.case import CaseFile, case_paper
from core.screens.explanation import explanation
from tests.fakes import FakeUnitOfWork
from tests.liability import complete, last_told, version, who

NOT_ALLOWED = {"suzhou": FinesWithoutLoss(is_allowed=False, reason="当地不允许")}
ALLOWED = {"suzhou": FinesWithoutLoss(is_allowed=True, reason="已向主管部门确认")}


async def concealed(fines: dict[str, FinesWithoutLoss]) -> FakeUnitOfWork:
    """何静 (E06) concealed it, for which the rulebook fines 300; the figures wait for approval."""
    uow = await complete(fines_without_loss=fines)
    owner = await who(uow, "E11")
    await set_fact(1, "concealed", "yes", actor=owner, uow=uow)
    await name_party(1, (await who(uow, "E06")).id, "concealer", actor=owner, uow=uow)
    await put_figures(1, actor=owner, uow=uow)
    await confirm_responsibility(1, await version(uow), 0, actor=await who(uow, "E04"), uow=uow)
    await confirm_responsibility(1, await version(uow), 1, actor=await who(uow, "E05"), uow=uow)
    return uow


async def told(uow: FakeUnitOfWork, employee_no: str, template: str, language: str) -> str:
    return Renderer(uow.company).rendered(language, last_told(uow, employee_no, template)).html


@pytest.mark.parametrize(
    ("fines", "language", "words"),
    [
        (NOT_ALLOWED, "zh-Hans", "罚款 300.00 元不执行：当地不允许"),
        (NOT_ALLOWED, "en", "the fine of 300.00 yuan is not charged: 当地不允许"),
        ({}, "zh-Hans", "罚款 300.00 元不执行：公司还没有确认当地能不能执行这类罚款"),
        ({}, "en", "is not charged: the company has not settled whether the region allows such fines"),
    ],
)
async def test_the_approval_card_says_that_the_fine_is_not_charged_and_why(
    fines: dict[str, FinesWithoutLoss], language: str, words: str
) -> None:
    uow = await concealed(fines)

    assert words in await told(uow, "E05", "approval_asked", language)


async def test_a_fine_that_may_be_charged_stands_on_the_card_without_more() -> None:
    uow = await concealed(ALLOWED)

    assert "不执行" not in await told(uow, "E05", "approval_asked", "zh-Hans")


@pytest.mark.parametrize(
    ("fines", "language", "words"),
    [
        (
            NOT_ALLOWED,
            "zh-Hans",
            ("罚款 <b>300.00 元</b>", "不执行，您不用付", "当地不允许", "《服务质量与安全事故"),
        ),
        (NOT_ALLOWED, "en", ("fined <b>300.00 yuan</b>", "not charged", "in your region (当地不允许)")),
        ({}, "zh-Hans", ("罚款 <b>300.00 元</b>", "公司还没有确认您所在地区能不能执行这类罚款")),
        ({}, "en", ("fined <b>300.00 yuan</b>", "has not settled whether your region allows such fines")),
    ],
)
async def test_who_is_fined_in_words_only_is_told_how_much_and_why_it_is_not_charged(
    fines: dict[str, FinesWithoutLoss], language: str, words: tuple[str, ...]
) -> None:
    uow = await concealed(fines)
    await approve_figures(1, await version(uow), 2, actor=await who(uow, "E05"), uow=uow)

    said = await told(uow, "E06", "party_released", language)

    assert [one for one in words if one not in said] == []
    assert "不需要承担任何金额" not in said


@pytest.mark.parametrize(
    ("language", "words"), [("zh-Hans", "不执行：当地不允许"), ("en", "is not charged: 当地不允许")]
)
async def test_the_explanation_says_it_too(language: str, words: str) -> None:
    uow = await concealed(NOT_ALLOWED)
    dossier = await open_dossier(1, uow=uow)
    figures = await present_figures(dossier, uow=uow)
    assert figures is not None

    message = explanation(
        dossier, figures, dossier.party_ids(), dossier.case.version, rulebook_of(dossier.case, uow=uow)
    )

    assert words in Renderer(uow.company).rendered(language, message).html


@pytest.mark.parametrize(
    ("language", "words"), [("zh-Hans", "不执行：当地不允许"), ("en", "is not charged: 当地不允许")]
)
async def test_the_disposition_report_says_it_too(language: str, words: str) -> None:
    uow = await concealed(NOT_ALLOWED)
    dossier = await open_dossier(1, uow=uow)
    file = CaseFile(
        dossier=dossier,
        figures=await present_figures(dossier, uow=uow),
        rulebook=rulebook_of(dossier.case, uow=uow),
        asked=await intake_of(dossier.case, uow=uow),
        pieces=(),
        corrective=await plan_of(dossier, uow=uow),
    )

    report = case_paper(PaperKind.DISPOSITION_REPORT, file, language)

    message = Message(template="papers/disposition_report", data=report.data)
    assert words in Renderer(uow.company).rendered(language, message).html
