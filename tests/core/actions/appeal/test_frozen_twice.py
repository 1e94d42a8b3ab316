"""What two things have frozen, one of them does not release: an appeal and a correction at the same time."""

from core.actions.appeal.decide_appeal import decide_appeal
from core.actions.appeal.open_correction import open_correction
from core.actions.money.prepare_payroll import prepare_payroll
from core.model.money import Money
from core.model.notice import AppealOutcome
from core.payroll.batch import Hold
from core.payroll.month import Month
from tests.core.actions.appeals import decided_anew, heard, notices_of
from tests.core.actions.money.test_pay_back_leaver import said
from tests.fakes import FakeUnitOfWork
from tests.liability import last_told, who

_APRIL = Month(2025, 4)


async def _corrected(uow: FakeUnitOfWork) -> None:
    await open_correction(1, reason="漏了一笔", actor=await who(uow, "E06"), uow=uow)


async def _upheld(uow: FakeUnitOfWork) -> None:
    await decide_appeal(1, AppealOutcome.UPHELD, reason="属实", actor=await who(uow, "E08"), uow=uow)


async def test_the_same_figures_again_leave_what_is_appealed_against_frozen() -> None:
    uow = await heard()
    await _corrected(uow)
    await decided_anew(uow)

    (notice,) = await notices_of(uow)
    assert (notice.is_standing, notice.is_frozen) == (True, True)
    told = last_told(uow, "E17", "notice_confirmed")
    assert "申诉" in said(uow, told)
    assert "appeal" in said(uow, told, "en")

    await _upheld(uow)
    (notice,) = await notices_of(uow)
    assert not notice.is_frozen


async def test_an_upheld_appeal_releases_nothing_while_the_case_is_corrected() -> None:
    uow = await heard()
    await _corrected(uow)
    await _upheld(uow)

    (notice,) = await notices_of(uow)
    assert notice.is_frozen

    await decided_anew(uow)
    (notice,) = await notices_of(uow)
    assert not notice.is_frozen


async def test_nothing_withheld_goes_back_while_the_figures_are_open_whatever_an_appeal_says() -> None:
    uow = await heard()
    await _corrected(uow)
    await _upheld(uow)
    (notice,) = await notices_of(uow)

    view = await prepare_payroll(_APRIL, {}, "g" * 64, uow=uow)

    assert view.paid_back == Money(0)
    assert {line.hold for line in view.lines if line.notice_id == notice.id} <= {Hold.FROZEN}
