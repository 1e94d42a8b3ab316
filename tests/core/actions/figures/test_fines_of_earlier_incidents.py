"""What was not fined when it happened is not fined later: a fine that is not charged lapses with its decision."""

from dataclasses import replace
from datetime import date
from typing import Final

import pytest

from bot.render.renderer import Renderer
from core.actions.appeal.open_correction import open_correction
from core.actions.figures.approve_figures import approve_figures
from core.actions.figures.confirm_responsibility import confirm_responsibility
from core.actions.figures.put_figures import put_figures
from core.actions.notice.issue_notice_paper import issue_notice_paper
from core.model.message import Message
from core.model.pay_law import FinesWithoutLoss
from core.model.person import Person
from tests.core.screens.test_a_fine_that_is_not_charged import concealed
from tests.fakes import FakeUnitOfWork
from tests.liability import last_told, unlinked, version, who

LATER: Final = {"suzhou": FinesWithoutLoss(is_allowed=True, reason="已确认", since=date(2025, 3, 4))}
EARLIER: Final = {"suzhou": FinesWithoutLoss(is_allowed=True, reason="已确认", since=date(2025, 3, 3))}
NOT_YET: Final = {"suzhou": FinesWithoutLoss(is_allowed=False, reason="当地不允许")}


async def decided(fines: dict[str, FinesWithoutLoss]) -> tuple[FakeUnitOfWork, Person]:
    """The incident of the third of March, with a fine of 300 for 何静, is decided."""
    uow = await concealed(fines)
    await approved(uow)
    return uow, await who(uow, "E06")


async def approved(uow: FakeUnitOfWork) -> None:
    await approve_figures(1, await version(uow), 2, actor=await who(uow, "E05"), uow=uow)


async def told(uow: FakeUnitOfWork, template: str, language: str) -> str:
    return Renderer(uow.company).rendered(language, last_told(uow, "E06", template)).html


async def test_an_incident_on_the_day_of_the_setting_is_fined_and_one_before_is_not() -> None:
    earlier, fined = await decided(EARLIER)
    assert [str(one.amount) for one in await earlier.notices.where(person_id=fined.id)] == ["300.00"]

    later, fined = await decided(LATER)
    assert await later.notices.where(person_id=fined.id) == ()
    assert await later.ledger.owed(fined.id) == ()


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("zh-Hans", ("公司从 3月4日起才执行这类罚款", "也不按本次决定补扣")),
        (
            "en",
            ("for incidents from 4 Mar on, and this one was before", "not charged later under this decision"),
        ),
    ],
)
async def test_who_would_have_been_fined_is_told_why_not_and_that_it_is_not_made_up_for(
    language: str, words: tuple[str, ...]
) -> None:
    uow, _ = await decided(LATER)

    said = await told(uow, "party_released", language)

    assert [one for one in words if one not in said] == []


async def test_the_company_changes_its_setting_and_the_fine_stays_lapsed_with_a_correction_too() -> None:
    uow, fined = await decided(NOT_YET)
    uow.company = replace(uow.company, fines_without_loss=LATER)

    await open_correction(1, reason="漏了一笔", actor=await who(uow, "E08"), uow=uow)
    await put_figures(1, actor=await who(uow, "E11"), uow=uow)
    await confirm_responsibility(1, await version(uow), 0, actor=await who(uow, "E04"), uow=uow)
    await confirm_responsibility(1, await version(uow), 1, actor=await who(uow, "E05"), uow=uow)
    await approved(uow)

    assert await uow.notices.where(person_id=fined.id) == ()


async def test_who_has_no_chat_is_told_on_paper_that_the_fine_is_not_charged() -> None:
    uow = await concealed(NOT_YET)
    fined = await who(uow, "E06")
    await unlinked(uow, "E06")
    await approved(uow)

    papers = [duty for duty in await uow.duties.where(kind="inform_party") if duty.done_at is None]
    assert [duty.data["text"] for duty in papers if duty.data["person_id"] == fined.id][-1:] == [
        "zh-Hans:party_released"
    ]


@pytest.mark.parametrize("language", ["zh-Hans", "en"])
@pytest.mark.parametrize("fines", [LATER, NOT_YET, {}])
async def test_the_notice_on_paper_says_so_beside_what_is_charged(
    fines: dict[str, FinesWithoutLoss], language: str
) -> None:
    uow, _ = await decided(fines)
    notice = (await uow.notices.where())[0]
    since = {"since": "2025-03-04"} if fines is LATER else {"since": ""}
    rule = {"is_allowed": False, "reason": "当地不允许", **since} if fines else {}
    await uow.notices.put(replace(notice, content={**notice.content, "fine": "50.00", "fines": rule}))
    await issue_notice_paper(notice.id, actor=await who(uow, "E08"), uow=uow)

    paper = uow.papers.issued[-1]
    message = Message(template="papers/notice", data=paper.data)
    said = Renderer(uow.company).rendered(language, message).html

    assert {"zh-Hans": "也不按本次决定补扣", "en": "not charged later under this decision"}[language] in said
