"""A notice for somebody who has left: on paper through a superior; and nothing is withheld that cannot be."""

from dataclasses import replace
from datetime import date

from core.actions.money.prepare_payroll import prepare_payroll
from core.actions.notice.hand_over_paper import hand_over_paper
from core.actions.person.end_employment import end_employment
from core.model.money import Money
from core.payroll.month import Month
from tests.core.actions.appeals import approved
from tests.core.actions.money.test_payroll import wages
from tests.core.actions.notice.test_issue_notices import SETTLED, notice_of
from tests.fakes import FakeUnitOfWork
from tests.liability import confirmed, who


async def left_before_the_decision() -> FakeUnitOfWork:
    """张伟 leaves while the figures wait for approval; then they are approved."""
    uow = await confirmed(**SETTLED)
    left = await uow.persons.put(replace(await who(uow, "E17"), left_on=date(2025, 3, 2)))
    await end_employment(left, uow=uow)
    await approved(uow)
    return uow


async def test_it_goes_on_paper_and_its_limit_of_appeal_begins_with_the_handing_over() -> None:
    uow = await left_before_the_decision()
    notice = await notice_of(uow, "E17")
    assert (notice.appeal_until, notice.delivered_at) == (None, None)

    (duty,) = await uow.duties.where(kind="hand_over_notice")
    superior = await uow.persons.get(duty.owner_id or 0)
    await hand_over_paper(duty.id, actor=superior, uow=uow)

    handed = await notice_of(uow, "E17")
    assert handed.handed_over_at == uow.now
    assert handed.appeal_until is not None
    assert superior.name != "张伟"


async def test_nothing_is_withheld_before_it_is_handed_over_nor_without_a_wage() -> None:
    uow = await left_before_the_decision()

    march = await prepare_payroll(Month(2025, 3), await wages(uow, E17="3000.00"), "f" * 64, uow=uow)
    assert [one.kind for one in march.questions if one.person_id == (await who(uow, "E17")).id] == [
        "not_noticed"
    ]

    notice = await notice_of(uow, "E17")
    await uow.notices.put(replace(notice, handed_over_at=uow.now))
    april = await prepare_payroll(Month(2025, 4), {}, "g" * 64, uow=uow)
    zhang = next(one for one in april.people if one.person.employee_no == "E17")
    assert (zhang.withheld, zhang.is_leaving) == (Money(0), True)
    assert "no_wage" in [one.kind for one in april.questions]


async def test_in_the_final_month_the_limit_holds_and_the_rest_is_asked_about() -> None:
    uow = await left_before_the_decision()
    await uow.notices.put(replace(await notice_of(uow, "E17"), handed_over_at=uow.now))

    march = await prepare_payroll(Month(2025, 3), await wages(uow, E17="3000.00"), "f" * 64, uow=uow)

    zhang = next(one for one in march.people if one.person.employee_no == "E17")
    assert (zhang.withheld, zhang.remaining) == (Money(51000), Money(36600))
    assert ("leaver", Money(36600)) in [(one.kind, one.amount) for one in march.questions]
