"""A month's batch: prepared, made by one, closed by another, agreed with the payslips."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from bot.render.renderer import Renderer
from core.actions.money.book_reversals import book_reversals
from core.actions.money.close_payroll import close_payroll
from core.actions.money.erase_wages import erase_wages
from core.actions.money.make_payroll import make_payroll
from core.actions.money.prepare_payroll import prepare_payroll
from core.actions.money.read_payroll import read_payroll
from core.actions.money.report_payroll import report_payroll
from core.actions.money.return_payroll import return_payroll
from core.actions.money.settle_payroll import settle_payroll
from core.errors import NotAllowed, NotThisPerson, SomebodyWasFirst
from core.ledger.account import Account, Occasion
from core.ledger.balances import balances, owed_by
from core.model.money import Money
from core.model.notice import Notice
from core.model.person import Person
from core.model.roles import Grant, Role
from core.payroll.batch import BatchState
from core.payroll.month import Month
from core.payroll.view import PayrollView
from tests.core.actions.notice.test_issue_notices import SETTLED, decided
from tests.core.ledger.make_postings import rewarded
from tests.fakes import FakeUnitOfWork
from tests.liability import complete, later, verbs, who
from tests.make import person

MARCH = Month(2025, 3)


async def charged(**changes: Any) -> FakeUnitOfWork:
    """张伟 owes 876.00, 李强 and 周敏 146.00 each, and all have their notices; 冯刚 is in finance, too."""
    uow = await complete(**(SETTLED | changes))
    await decided(uow)
    for notice in await uow.notices.where():
        await uow.notices.put(replace(notice, delivered_at=uow.now))
    await uow.persons.add(
        person("E30", name="冯刚", department="财务部", grants=(Grant(Role.FINANCE, "suzhou"),))
    )
    return uow


async def wages(uow: FakeUnitOfWork, **by_number: str) -> dict[int, Money]:
    return {(await who(uow, number)).id: Money.of(wage) for number, wage in by_number.items()}


async def prepared(uow: FakeUnitOfWork, **by_number: str) -> PayrollView:
    said = by_number or {"E17": "3000.00", "E03": "9000.00", "E01": "4000.00"}
    return await prepare_payroll(MARCH, await wages(uow, **said), "f" * 64, uow=uow)


async def made(uow: FakeUnitOfWork) -> PayrollView:
    view = await prepared(uow)
    return await make_payroll(view.batch.id, view.batch.version, actor=await who(uow, "E06"), uow=uow)


async def closed(uow: FakeUnitOfWork) -> PayrollView:
    view = await made(uow)
    return await close_payroll(view.batch.id, view.batch.version, actor=await who(uow, "E30"), uow=uow)


async def notice_of(uow: FakeUnitOfWork, number: str) -> Notice:
    notice = await uow.notices.one(person_id=(await who(uow, number)).id)
    assert notice is not None
    return notice


def by_name(view: PayrollView) -> dict[str, str]:
    return {one.person.name: str(one.withheld) for one in view.people}


async def test_a_preview_keeps_within_the_guard_and_is_brought_to_finance() -> None:
    uow = await charged()

    view = await prepared(uow)

    assert by_name(view) == {"周敏": "146.00", "李强": "146.00", "张伟": "510.00"}
    assert (view.withheld, view.carried_over, view.paid_back) == (Money(80200), Money(36600), Money(0))
    (card,) = [one for one in uow.outbox.told_to("E30") if one.template == "payroll_shown"]
    assert verbs(card) == ["pay_make", "pay_lines"]
    assert not [one for one in uow.outbox.told_to("E17") if one.template == "payroll_shown"]


async def test_only_the_wages_of_who_owes_are_kept_and_sealed() -> None:
    uow = await charged()

    await prepared(uow, E17="3000.00", E10="12345.67")

    (kept,) = await uow.wages.where()
    assert (kept.sealed, kept.erase_on) == ("00.015 00.0003", (uow.now + timedelta(days=731)).date())
    assert "12345.67" not in str(uow.log.rows)


async def test_the_same_months_wages_again_replace_the_preview() -> None:
    uow = await charged()
    await prepared(uow)

    view = await prepared(uow, E17="6000.00")

    assert len(await uow.batches.where()) == 1
    assert by_name(view)["张伟"] == "876.00"
    assert [one.kind for one in view.questions] == ["no_wage", "no_wage"]


async def test_last_months_file_is_not_taken_for_another_month() -> None:
    uow = await charged()
    await prepared(uow)

    with pytest.raises(NotAllowed, match="wages_of_another_month"):
        await prepare_payroll(Month(2025, 4), {}, "f" * 64, uow=uow)


async def test_a_batch_that_is_made_is_numbered_and_its_lines_stand() -> None:
    uow = await charged()

    view = await made(uow)

    assert (view.batch.number, view.batch.state) == ("KK-2025-001", BatchState.MADE)
    assert [str(line.amount) for line in await uow.batch_lines.where()] == ["146.00", "146.00", "510.00"]
    assert owed_by(await uow.ledger.owed()) == Money(116800)
    with pytest.raises(NotAllowed, match="payroll_made_already"):
        await prepared(uow)


async def test_a_second_tap_changes_nothing() -> None:
    uow = await charged()
    view = await prepared(uow)
    for _ in range(2):
        again = await make_payroll(view.batch.id, view.batch.version, actor=await who(uow, "E06"), uow=uow)
    for _ in range(2):
        await close_payroll(again.batch.id, again.batch.version, actor=await who(uow, "E30"), uow=uow)

    assert len(await uow.batch_lines.where()) == 3
    assert uow.log.acts().count("payroll_closed") == 1


async def test_who_made_it_does_not_close_it() -> None:
    uow = await charged()
    view = await made(uow)

    with pytest.raises(NotThisPerson, match="second_person_closes"):
        await close_payroll(view.batch.id, view.batch.version, actor=await who(uow, "E06"), uow=uow)


async def test_of_two_who_make_it_the_second_is_told() -> None:
    uow = await charged()
    view = await prepared(uow)
    await make_payroll(view.batch.id, view.batch.version, actor=await who(uow, "E06"), uow=uow)

    with pytest.raises(SomebodyWasFirst, match="payroll_moved_on"):
        await make_payroll(view.batch.id, view.batch.version, actor=await who(uow, "E30"), uow=uow)


async def test_of_two_who_close_it_the_second_is_told() -> None:
    uow = await charged()
    third = await uow.persons.add(person("E31", grants=(Grant(Role.FINANCE, "suzhou"),)))
    view = await made(uow)
    await close_payroll(view.batch.id, view.batch.version, actor=await who(uow, "E30"), uow=uow)

    with pytest.raises(SomebodyWasFirst, match="payroll_moved_on"):
        await close_payroll(view.batch.id, view.batch.version, actor=third, uow=uow)


@pytest.mark.parametrize("stranger", ["E17", "E11", "E05", "E08"])
async def test_nobody_but_finance_makes_a_batch(stranger: str) -> None:
    uow = await charged()
    view = await prepared(uow)

    with pytest.raises(NotThisPerson, match="finance_only"):
        await make_payroll(view.batch.id, view.batch.version, actor=await who(uow, stranger), uow=uow)


async def test_an_auditor_may_look_and_an_employee_may_not() -> None:
    uow = await charged()
    view = await prepared(uow)

    seen = await read_payroll(view.batch.id, actor=await who(uow, "E08"), uow=uow)

    assert seen.withheld == Money(80200)
    assert (uow.log.rows[-1].act, uow.log.rows[-1].actor_id) == ("wages_read", (await who(uow, "E08")).id)
    with pytest.raises(NotThisPerson, match="finance_only"):
        await read_payroll(view.batch.id, actor=await who(uow, "E17"), uow=uow)


async def test_closing_books_each_line_on_the_ground_of_its_charge() -> None:
    uow = await charged()

    view = await closed(uow)

    booked = await uow.ledger.postings(batch_id=view.batch.id)
    assert [posting.occasion for posting in booked] == [Occasion.WITHHELD] * 3
    assert {posting.ground.decided_by for posting in booked} == {(await who(uow, "E30")).id}
    assert all(posting.ground.edition_sha256 and posting.ground.notice_id for posting in booked)
    assert balances(uow.ledger.booked)[(Account.WITHHELD, "")] == Money(80200)
    assert owed_by(await uow.ledger.owed()) == Money(36600)
    assert view.batch.head == await uow.ledger.head()
    assert sum(amount.fen for amount in balances(uow.ledger.booked).values()) == 0


async def test_an_appeal_that_arrives_after_the_making_stops_the_closing_until_it_is_made_anew() -> None:
    uow = await charged()
    view = await made(uow)
    await uow.notices.put(replace(await notice_of(uow, "E17"), is_frozen=True))

    with pytest.raises(NotAllowed, match="payroll_changed") as refused:
        await close_payroll(view.batch.id, view.batch.version, actor=await who(uow, "E30"), uow=uow)
    assert refused.value.data["names"] == ["张伟 E17"]

    back = await return_payroll(view.batch.id, view.batch.version, actor=await who(uow, "E30"), uow=uow)
    assert [one.kind for one in back.questions] == ["frozen"]
    again = await make_payroll(back.batch.id, back.batch.version, actor=await who(uow, "E06"), uow=uow)
    done = await close_payroll(again.batch.id, again.batch.version, actor=await who(uow, "E30"), uow=uow)
    assert (done.batch.number, done.withheld) == ("KK-2025-001", Money(29200))


async def test_an_appeal_that_arrives_after_the_closing_leaves_the_batch_and_freezes_the_rest() -> None:
    uow = await charged()
    march = await closed(uow)
    await uow.notices.put(replace(await notice_of(uow, "E17"), is_frozen=True))

    april = await prepare_payroll(Month(2025, 4), await wages(uow, E17="3000.00"), "g" * 64, uow=uow)

    assert (await uow.batches.get(march.batch.id)).state is BatchState.CLOSED
    assert [(one.kind, str(one.amount)) for one in april.questions] == [("frozen", "366.00")]
    assert (april.withheld, april.paid_back) == (Money(0), Money(0))


async def test_the_next_month_withholds_the_rest() -> None:
    uow = await charged()
    await closed(uow)

    april = await prepare_payroll(Month(2025, 4), await wages(uow, E17="3000.00"), "g" * 64, uow=uow)

    assert by_name(april) == {"张伟": "366.00"}


async def test_what_a_case_charged_is_paid_back_with_the_next_batch_once_it_is_undone() -> None:
    uow = await charged()
    await closed(uow)
    notice = await notice_of(uow, "E17")
    await book_reversals(notice.case_id, decided_by=8, uow=uow)

    april = await prepare_payroll(Month(2025, 4), {}, "g" * 64, uow=uow)
    view = await make_payroll(april.batch.id, april.batch.version, actor=await who(uow, "E06"), uow=uow)
    await close_payroll(view.batch.id, view.batch.version, actor=await who(uow, "E30"), uow=uow)

    assert (april.paid_back, april.withheld) == (Money(80200), Money(0))
    assert uow.ledger.booked[-1].occasion is Occasion.PAID_BACK
    assert await uow.ledger.owed(notice.person_id) == ()


async def test_what_the_payslips_say_otherwise_is_shown_and_booked() -> None:
    uow = await charged()
    view = await closed(uow)
    said = {
        line.id: Money.of(text) for line, text in zip(view.lines, ("100.00", "200.00", "510.00"), strict=True)
    }

    reported = await report_payroll(view.batch.id, said, uow=uow)
    assert [str(line.difference) for line in reported.differing] == ["-46.00", "54.00"]
    batch = reported.batch
    settled = await settle_payroll(batch.id, batch.version, actor=await who(uow, "E06"), uow=uow)

    assert settled.batch.state is BatchState.SETTLED
    assert {one.person_id: str(one.amount) for one in await uow.ledger.owed()} == {
        (await who(uow, "E01")).id: "46.00",
        (await who(uow, "E03")).id: "-54.00",
        (await who(uow, "E17")).id: "366.00",
    }
    assert balances(uow.ledger.booked)[(Account.WITHHELD, "")] == Money(81000)


async def test_payslips_are_read_back_only_once_the_batch_is_closed() -> None:
    uow = await charged()
    view = await made(uow)

    with pytest.raises(NotAllowed, match="payroll_not_closed"):
        await report_payroll(view.batch.id, {}, uow=uow)


async def test_nothing_is_settled_before_the_payslips_are_back() -> None:
    uow = await charged()
    view = await closed(uow)

    with pytest.raises(NotAllowed, match="payslips_missing"):
        await settle_payroll(view.batch.id, view.batch.version, actor=await who(uow, "E06"), uow=uow)


async def test_a_line_that_did_not_come_back_stays_as_it_was() -> None:
    uow = await charged()
    view = await closed(uow)

    reported = await report_payroll(view.batch.id, {view.lines[0].id: view.lines[0].amount}, uow=uow)

    assert reported.differing == ()


async def test_missing_wages_are_a_task_and_fall_away_with_the_next_batch() -> None:
    uow = await charged()
    view = await prepared(uow, E17="3000.00")
    maker = await who(uow, "E06")
    view = await make_payroll(view.batch.id, view.batch.version, actor=maker, uow=uow)

    (duty,) = await uow.duties.where(owner_id=maker.id, kind="payroll_no_wage")
    assert duty.data["persons"] == [(await who(uow, "E03")).id, (await who(uow, "E01")).id]
    back = await return_payroll(view.batch.id, view.batch.version, actor=maker, uow=uow)
    again = await prepared(uow)
    await make_payroll(again.batch.id, again.batch.version, actor=maker, uow=uow)

    assert back.batch.state is BatchState.PREPARED
    assert await uow.duties.where(kind="payroll_no_wage", done_at=None) == ()


async def test_a_leaver_is_asked_about_in_the_kept_batch_too() -> None:
    uow = await charged()
    zhang: Person = await who(uow, "E17")
    await uow.persons.put(replace(zhang, left_on=date(2025, 3, 20)))

    view = await made(uow)

    assert [(one.kind, str(one.amount)) for one in view.questions] == [("leaver", "366.00")]


async def test_wages_are_erased_when_their_day_has_come() -> None:
    uow = await charged()
    await prepared(uow)
    later(uow, days=730)
    assert await erase_wages(uow=uow) == 0

    later(uow, days=1)

    assert await erase_wages(uow=uow) == 3
    assert await uow.wages.where() == ()
    assert uow.log.acts()[-1] == "wages_erased"


async def test_a_reward_is_paid_out_with_the_batch_without_saying_for_what() -> None:
    uow = await charged()
    xie = await who(uow, "E11")
    await uow.ledger.book(rewarded(4000, person_id=xie.id))

    view = await made(uow)
    done = await close_payroll(view.batch.id, view.batch.version, actor=await who(uow, "E30"), uow=uow)

    assert (done.paid_back, done.withheld) == (Money(4000), Money(80200))
    assert [line.is_reward for line in done.lines] == [False, False, True, False]
    assert [one.occasion for one in uow.ledger.booked].count(Occasion.PAID_OUT) == 1
    assert balances(uow.ledger.booked)[(Account.REWARDS, "")] == Money(0)


async def test_a_month_is_prepared_once_its_wages_can_be_known() -> None:
    uow = await charged()

    with pytest.raises(NotAllowed, match="month_to_come") as refused:
        await prepare_payroll(Month(2025, 5), {}, "f" * 64, uow=uow)
    words = Renderer(uow.company)
    for language in uow.company.languages:
        assert "2025-05" in words.sentence(language, "errors", refused.value.what, refused.value.data)
    assert (await prepare_payroll(Month(2025, 4), {}, "f" * 64, uow=uow)).batch.is_of_unusual_month
    assert (await prepare_payroll(Month(2024, 12), {}, "g" * 64, uow=uow)).batch.is_of_unusual_month
    assert not (await prepare_payroll(Month(2025, 2), {}, "h" * 64, uow=uow)).batch.is_of_unusual_month
    assert not (await prepare_payroll(Month(2025, 3), {}, "i" * 64, uow=uow)).batch.is_of_unusual_month


async def test_of_two_rewards_under_one_clause_neither_is_paid_once_it_no_longer_holds() -> None:
    uow = await charged()
    xie = await who(uow, "E11")
    first = await uow.ledger.book(rewarded(4000, person_id=xie.id, case_id=1))
    await uow.ledger.book(rewarded(6000, person_id=xie.id, case_id=2))
    await uow.cases.put(replace(await uow.cases.get(1), id=2))
    view = await made(uow)
    await uow.ledger.book(first.reversed_at(uow.now, 5))

    with pytest.raises(NotAllowed, match="payroll_changed") as refused:
        await close_payroll(view.batch.id, view.batch.version, actor=await who(uow, "E30"), uow=uow)
    assert refused.value.data["names"] == ["陈洁 E11"]
