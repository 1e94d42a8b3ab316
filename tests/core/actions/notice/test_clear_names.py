"""Who was named without any amount, and turns out not to belong there, is told so when the case is decided anew."""

from datetime import date

import pytest

from bot.render.renderer import Renderer
from core.actions.appeal.open_correction import open_correction
from core.actions.figures.approve_figures import approve_figures
from core.actions.figures.confirm_responsibility import confirm_responsibility
from core.actions.figures.put_figures import put_figures
from core.actions.investigation.drop_party import drop_party
from core.actions.investigation.name_party import name_party
from core.actions.investigation.set_fact import set_fact
from core.model.case import Stage
from core.model.party import Party
from tests.core.actions.appeals import decided_anew
from tests.fakes import FakeUnitOfWork
from tests.liability import complete, last_told, version, who
from tests.make import NOW, case


async def named_without_amount() -> FakeUnitOfWork:
    """E06 is said to have kept the complaint back; the fine for it is not charged, so there is no notice."""
    uow = await complete()
    owner = await who(uow, "E11")
    await set_fact(1, "concealed", "yes", actor=owner, uow=uow)
    await name_party(1, (await who(uow, "E06")).id, "concealer", actor=owner, uow=uow)
    await put_figures(1, actor=owner, uow=uow)
    for place, superior in enumerate(("E04", "E05")):
        await confirm_responsibility(1, await version(uow), place, actor=await who(uow, superior), uow=uow)
    await approve_figures(1, await version(uow), 2, actor=await who(uow, "E05"), uow=uow)
    return uow


async def cleared() -> FakeUnitOfWork:
    uow = await named_without_amount()
    later = case(number="250310", stage=Stage.DECIDED, owner_id=2, occurred_on=date(2025, 3, 10))
    accused = await who(uow, "E06")
    await uow.cases.add(later)
    await uow.parties.add(
        Party(
            case_id=2,
            person_id=accused.id,
            role="responsible",
            department="财务部",
            details={"previous_serious": "1"},
            hearing_due_at=NOW,
            named_by=2,
            named_at=NOW,
        )
    )
    await open_correction(1, reason="没有隐瞒", actor=await who(uow, "E08"), uow=uow)
    investigator = await who(uow, "E11")
    await set_fact(1, "concealed", "no", actor=investigator, uow=uow)
    await drop_party(1, accused.id, actor=investigator, uow=uow)
    await decided_anew(uow)
    return uow


@pytest.mark.parametrize(("language", "said"), [("zh-Hans", "公司为此向您道歉"), ("en", "apologises to you")])
async def test_the_company_apologises_without_a_notice_too(language: str, said: str) -> None:
    uow = await cleared()

    told = last_told(uow, "E06", "name_cleared")

    assert said in Renderer(uow.company).rendered(language, told).html


async def test_a_later_case_that_counted_it_is_flagged() -> None:
    uow = await cleared()

    (duty,) = await uow.duties.where(kind="review_repetition")
    assert (duty.case_id, duty.data["person_id"]) == (2, (await who(uow, "E06")).id)


async def test_nobody_is_cleared_while_they_are_named_or_by_a_first_decision() -> None:
    uow = await named_without_amount()

    assert "name_cleared" not in [one.template for one in uow.outbox.told_to("E06")]
    assert "name_cleared" not in [one.template for one in (await cleared()).outbox.told_to("E17")]
