"""A fine that answers no loss is called a fine wherever its notice is said: in chat, on paper, in the account."""

from dataclasses import dataclass, replace
from datetime import date

import pytest
from msgspec import structs

from bot.render.renderer import Renderer
from core.actions.case.open_dossier import open_dossier
from core.actions.figures.approve_figures import approve_figures
from core.actions.figures.check_figures import present_figures
from core.actions.rulebook.rulebook_of import rulebook_of
from core.model.assessment import Assessment
from core.model.dossier import Dossier
from core.model.message import Message
from core.model.money import Money
from core.model.notice import Notice
from core.papers.notice import notice_paper
from core.papers.statement import statement_paper
from core.rulebook.compiled import CompiledRulebook
from core.rules.assessment.fines import is_only_fine
from core.rules.notice.own_account import OwnAccount, OwnLine
from core.screens.account import account_shown
from core.screens.notice import notice_message
from tests.liability import confirmed, version, who

FINED = {
    "zh-Hans": ("罚款通知单", "这是罚款，不是赔偿损失", "本案没有直接损失"),
    "en": (
        "Notice of a fine",
        "This is a fine, not compensation for a loss",
        "here is no direct loss in this case",
    ),
}
SETTLED = {"is_allowed": True, "reason": "已向主管部门确认"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Fined:
    """A decided case in which 张伟 (E17) is only fined 50 yuan, and nothing was lost."""

    dossier: Dossier
    figures: Assessment
    rulebook: CompiledRulebook
    notice: Notice
    words: Renderer

    def in_chat(self, language: str) -> str:
        message = notice_message(
            self.notice,
            self.dossier.case,
            self.dossier.staff[self.notice.person_id],
            zone=self.dossier.company.zone(self.dossier.case.site),
            rulebook=self.rulebook,
        )
        return self.words.rendered(language, message).html

    def on_paper(self, language: str) -> str:
        paper = notice_paper(self.notice, self.dossier, self.figures, self.rulebook)
        return self.words.rendered(language, Message(template="papers/notice", data=paper.data)).html

    def account(self) -> OwnAccount:
        line = OwnLine(
            case=self.dossier.case, notice=self.notice, appeal=None, open_amount=Money(5000), result=None
        )
        return OwnAccount(lines=(line,), postings=())


async def fined(**changes: object) -> Fined:
    uow = await confirmed()
    await approve_figures(1, await version(uow), 2, actor=await who(uow, "E05"), uow=uow)
    dossier = await open_dossier(1, uow=uow)
    figures = await present_figures(dossier, uow=uow)
    notice = await uow.notices.one(person_id=(await who(uow, "E17")).id)
    assert notice is not None
    assert figures is not None
    only = {"fine": "50.00", "direct_loss": "0.00", "fines": SETTLED, "lines": [], **changes}
    return Fined(
        dossier=dossier,
        figures=structs.replace(figures, losses=()),
        rulebook=rulebook_of(dossier.case, uow=uow),
        notice=replace(notice, amount=Money(5000), content={**notice.content, **only}),
        words=Renderer(uow.company),
    )


@pytest.mark.parametrize("language", FINED)
async def test_a_fine_without_a_loss_is_said_to_be_one_in_chat_and_on_paper(language: str) -> None:
    fine = await fined()

    for said in (fine.in_chat(language), fine.on_paper(language)):
        assert [words for words in FINED[language] if words not in said] == []
        assert "0.00 元中" not in said
        assert "of a direct loss of" not in said


@pytest.mark.parametrize(
    ("language", "words"), [("zh-Hans", "罚款，不是赔偿损失"), ("en", "a fine, not for a loss")]
)
async def test_the_statement_says_it_too(language: str, words: str) -> None:
    fine = await fined()
    person = fine.dossier.staff[fine.notice.person_id]

    paper = statement_paper(fine.account(), person, date(2025, 3, 3))

    assert words in fine.words.rendered(language, Message(template="papers/statement", data=paper.data)).html


@pytest.mark.parametrize(
    ("language", "words"), [("zh-Hans", "罚款 50.00 元"), ("en", "a fine of 50.00 yuan")]
)
async def test_the_own_account_says_it_too(language: str, words: str) -> None:
    fine = await fined()
    person = fine.dossier.staff[fine.notice.person_id]

    assert words in fine.words.rendered(language, account_shown(fine.account(), person)).html


async def test_beside_a_loss_a_fine_does_not_deny_it() -> None:
    said = (await fined(direct_loss="700.00")).in_chat("zh-Hans")

    assert "这是罚款，不是赔偿损失。" in said
    assert "没有直接损失" not in said


@pytest.mark.parametrize("language", FINED)
async def test_an_amount_without_a_loss_that_is_no_fine_is_borne(language: str) -> None:
    said = (await fined(fine="0.00")).in_chat(language)

    assert FINED[language][0] not in said
    assert FINED[language][2] in said


@pytest.mark.parametrize("settled", [None, {}, {"is_allowed": False, "reason": "当地不允许"}])
async def test_an_amount_as_high_as_a_fine_that_is_not_charged_is_no_fine(settled: object) -> None:
    assert not is_only_fine((await fined(fines=settled)).notice)
