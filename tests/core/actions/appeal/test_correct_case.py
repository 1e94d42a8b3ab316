"""Figures taken up again: by an appeal, or by quality, an auditor or finance; old notices are settled, not edited."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.render.renderer import Renderer
from core.actions.appeal.flag_repetitions import flag_repetitions
from core.actions.appeal.leave_as_is import leave_as_is
from core.actions.appeal.open_correction import open_correction
from core.actions.figures.put_figures import put_figures
from core.actions.investigation.conclude_without_charge import Bearer, conclude_without_charge
from core.actions.notice.show_notice import show_notice
from core.errors import NoSuchThing, NotAllowed, NotThisPerson, SomebodyWasFirst, WrongStage
from core.model.case import Stage
from core.model.money import Money
from core.model.notice import AppealOutcome
from core.model.party import Party
from tests.core.actions.appeals import (
    approved,
    decided_anew,
    judged,
    noticed,
    notices_of,
    with_rate,
    without_zhang,
)
from tests.fakes import FakeUnitOfWork
from tests.liability import confirmed, last_told, the_case, unlinked, verbs, version, who
from tests.make import NOW, case


async def corrected(uow: FakeUnitOfWork, employee_no: str = "E06") -> None:
    await open_correction(1, reason="漏了一笔", actor=await who(uow, employee_no), uow=uow)


async def owed(uow: FakeUnitOfWork, employee_no: str) -> Money:
    found = await uow.ledger.owed((await who(uow, employee_no)).id)
    return sum((one.amount for one in found), start=Money(0))


async def test_a_changed_appeal_takes_the_case_up_again_and_everything_stays_frozen() -> None:
    uow = await judged(AppealOutcome.CHANGED)

    assert (await the_case(uow)).stage is Stage.INVESTIGATING
    assert [notice.is_frozen for notice in await uow.notices.where()] == [True] * 3
    assert last_told(uow, "E11", "correction_opened").data["person"] == "张伟"


async def test_who_appeals_is_never_worse_off_and_the_new_figures_must_be_less() -> None:
    uow = await judged(AppealOutcome.CHANGED)
    for rate in ("60", "70"):
        await with_rate(uow, rate)
        with pytest.raises(NotAllowed, match="appeal_was_changed"):
            await put_figures(1, actor=await who(uow, "E11"), uow=uow)


async def test_a_lifted_appeal_lets_nothing_but_zero_through() -> None:
    uow = await judged(AppealOutcome.LIFTED)

    with pytest.raises(NotAllowed, match="appeal_was_lifted"):
        await put_figures(1, actor=await who(uow, "E11"), uow=uow)

    await without_zhang(uow)

    (notice,) = await notices_of(uow)
    assert (notice.lifted_at, notice.is_frozen, notice.is_standing) == (uow.now, False, False)
    assert last_told(uow, "E17", "notice_lifted").data["was_wrongly_named"] is True


async def test_whose_amount_did_not_change_keeps_their_notice() -> None:
    uow = await judged(AppealOutcome.LIFTED)
    await without_zhang(uow)

    (kept,) = await notices_of(uow, "E03")
    assert (kept.is_frozen, kept.is_standing) == (False, True)
    assert last_told(uow, "E03", "notice_confirmed")
    assert (await owed(uow, "E03"), await owed(uow, "E17")) == (Money.of("146.00"), Money(0))


async def test_the_same_amount_without_the_measure_gets_another_notice() -> None:
    uow = await noticed()
    (notice,) = await notices_of(uow)
    await uow.notices.put(replace(notice, content={**notice.content, "besides": []}))
    await corrected(uow)
    await decided_anew(uow)

    old, new = await notices_of(uow)
    assert (old.replaced_by, old.amount) == (new.id, new.amount)


async def test_another_amount_gets_a_notice_in_the_place_of_the_old_one() -> None:
    uow = await noticed()
    await corrected(uow)
    await with_rate(uow, "70")
    await decided_anew(uow)

    old, new = await notices_of(uow)
    assert (old.replaced_by, old.is_frozen, str(old.amount)) == (new.id, False, "876.00")
    assert (str(new.amount), new.is_standing) == ("1022.00", True)
    assert last_told(uow, "E17", "notice_replaced").data["new_number"] == new.number
    assert await owed(uow, "E17") == Money.of("1022.00")
    (correction,) = await uow.corrections.where()
    assert correction.done_at == uow.now


async def test_nobody_charged_in_the_end_lifts_every_notice() -> None:
    uow = await judged(AppealOutcome.LIFTED)
    await conclude_without_charge(1, Bearer.SUPPLIER, reason="来料不良", actor=await who(uow, "E11"), uow=uow)
    await approved(uow)

    assert [notice.is_standing for notice in await uow.notices.where()] == [False] * 3
    assert last_told(uow, "E17", "notice_lifted").data["was_wrongly_named"] is False
    assert await owed(uow, "E17") == Money(0)


async def test_who_has_no_chat_gets_the_apology_on_paper() -> None:
    uow = await judged(AppealOutcome.LIFTED)
    await unlinked(uow, "E17")
    await without_zhang(uow)

    papers = await uow.duties.where(case_id=1, kind="inform_party")
    assert papers[-1].data["text"] == "zh-Hans:notice_lifted"


@pytest.mark.parametrize("employee_no", ["E11", "E08", "E06"])
async def test_quality_auditor_and_finance_correct_a_closed_case_too(employee_no: str) -> None:
    uow = await noticed()
    await uow.cases.put(replace(await the_case(uow), stage=Stage.CLOSED))

    await corrected(uow, employee_no)

    assert (await the_case(uow)).stage is Stage.INVESTIGATING


async def test_a_closed_case_that_is_corrected_is_closed_again_at_another_time() -> None:
    uow = await noticed()
    case = await the_case(uow)
    events = {**case.events, "closed": uow.now.isoformat()}
    await uow.cases.put(replace(case, stage=Stage.CLOSED, events=events))

    await corrected(uow)

    assert "closed" not in (await the_case(uow)).events
    assert (await the_case(uow)).events["decided"] == events["decided"]


@pytest.mark.parametrize("employee_no", ["E10", "E17", "E04", "E05"])
async def test_nobody_else_corrects(employee_no: str) -> None:
    uow = await noticed()

    with pytest.raises(NotThisPerson):
        await corrected(uow, employee_no)


async def test_what_is_not_decided_is_not_corrected() -> None:
    uow = await confirmed()

    with pytest.raises(WrongStage):
        await corrected(uow)


async def test_what_was_refused_at_triage_and_closed_was_never_decided() -> None:
    uow = await noticed()
    await uow.cases.put(replace(await the_case(uow), owner_id=None, stage=Stage.CLOSED))
    with pytest.raises(WrongStage):
        await corrected(uow)


async def with_later_case(uow: FakeUnitOfWork, **details: object) -> None:
    """Case 2, of a later day, names 张伟 as well."""
    later_case = case(
        number="250310",
        stage=Stage.DECIDED,
        owner_id=(await who(uow, "E11")).id,
        occurred_on=date(2025, 3, 10),
    )
    await uow.cases.add(later_case)
    await uow.parties.add(
        Party(
            case_id=2,
            person_id=(await who(uow, "E17")).id,
            role="responsible",
            department="仓储部",
            details=details,
            hearing_due_at=NOW,
            named_by=2,
            named_at=NOW,
        )
    )


async def test_a_later_case_that_counted_the_lifted_one_is_flagged_not_changed() -> None:
    uow = await judged(AppealOutcome.LIFTED)
    await with_later_case(uow, previous_serious="1")
    before = await uow.cases.get(2)

    await without_zhang(uow)

    (duty,) = await uow.duties.where(kind="review_repetition")
    assert (duty.case_id, duty.owner_id, duty.data["earlier"]) == (2, (await who(uow, "E11")).id, "250303")
    assert await uow.cases.get(2) == before
    assert last_told(uow, "E11", "repetition_flagged").data["name"] == "张伟"


async def test_a_later_case_that_counts_nothing_is_left_in_peace() -> None:
    uow = await judged(AppealOutcome.LIFTED)
    await with_later_case(uow, previous_serious="0")

    await without_zhang(uow)

    assert await uow.duties.where(kind="review_repetition") == ()


async def test_a_later_case_is_flagged_once_until_somebody_has_looked() -> None:
    uow = await judged(AppealOutcome.LIFTED)
    await with_later_case(uow, previous_serious="1")
    await without_zhang(uow)
    assert await flag_repetitions((await who(uow, "E17")).id, await the_case(uow), uow=uow) == ()


async def test_who_leads_the_later_case_may_leave_it_as_it_is_with_a_reason() -> None:
    uow = await judged(AppealOutcome.LIFTED)
    await with_later_case(uow, previous_serious="1")
    await without_zhang(uow)
    (duty,) = await uow.duties.where(kind="review_repetition")

    with pytest.raises(NotThisPerson):
        await leave_as_is(duty.id, reason="x", actor=await who(uow, "E06"), uow=uow)
    await leave_as_is(duty.id, reason="本来就没算", actor=await who(uow, "E11"), uow=uow)

    assert uow.log.rows[-1].words == {"reason": "本来就没算"}
    with pytest.raises(SomebodyWasFirst):
        await leave_as_is(duty.id, reason="x", actor=await who(uow, "E11"), uow=uow)
    with pytest.raises(NoSuchThing):
        await leave_as_is(1, reason="x", actor=await who(uow, "E11"), uow=uow)


async def test_what_became_of_a_notice_shows_on_the_notice_itself() -> None:
    uow = await judged(AppealOutcome.LIFTED)
    words = Renderer(uow.company)
    assert "金额已冻结" in words.rendered("zh-Hans", last_told(uow, "E03", "notice_issued")).html
    await without_zhang(uow)

    assert "已经撤销" in words.rendered("zh-Hans", last_told(uow, "E17", "notice_issued")).html
    assert "appeal" in verbs(last_told(uow, "E03", "notice_issued"))


async def test_printed_paper_is_not_sent_again() -> None:
    uow = await noticed()
    (notice,) = await notices_of(uow)

    assert not await show_notice(replace(notice, handed_over_at=NOW), uow=uow)


async def test_a_second_correction_leaves_what_no_longer_stands_as_it_is() -> None:
    uow = await noticed()
    for rate in ("70", "80"):
        await corrected(uow)
        await with_rate(uow, rate)
        await decided_anew(uow)

    first, second, third = await notices_of(uow)
    assert (first.replaced_by, second.replaced_by, third.is_standing) == (second.id, third.id, True)
    assert await owed(uow, "E17") == Money.of("1168.00")


async def test_a_case_that_nobody_leads_yet_is_flagged_to_quality() -> None:
    uow = await judged(AppealOutcome.LIFTED)
    await with_later_case(uow, previous_serious="1")
    await uow.cases.put(replace(await uow.cases.get(2), stage=Stage.REGISTERED, owner_id=None))

    await without_zhang(uow)

    assert last_told(uow, "E11", "repetition_flagged").data["case_id"] == 2


async def test_an_appeal_against_the_new_notice_is_open_again() -> None:
    uow = await noticed()
    await corrected(uow)
    await with_rate(uow, "70")
    later = uow.now + timedelta(days=1)
    uow.now = later
    await decided_anew(uow)

    _, new = await notices_of(uow)
    assert new.appeal_until is not None
    assert new.appeal_until > later
    assert await version(uow) == new.version
