from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from core.actions.duty.fill_duty import fill_duty
from core.actions.duty.finish_duty import finish_duty
from core.actions.duty.open_periodic_duties import CALENDAR, calendar_rang, keep_calendar
from core.model.company import InForce
from core.model.roles import Role
from core.rules.duty.periodic_duties import periodic_duties, unset_rhythms
from tests.core.rulebook.shipped import compiled
from tests.demanding import BOOK, IN_FORCE, TEXT, at_work, the_duty
from tests.fakes import FakeUnitOfWork, ShippedRulebooks
from tests.make import NOW, WUXI, by_no, staffed
from tests.waiting import what_waits

AUDITED = replace(IN_FORCE, settings={"audit_rhythm": "yearly"})


async def months(uow: FakeUnitOfWork) -> list[str]:
    return [str(duty.data["period"]) for duty in await uow.duties.where(rule="monthly", site="suzhou")]


async def ring(uow: FakeUnitOfWork, now: datetime) -> None:
    uow.now = now
    timer = (await uow.timers.running(CALENDAR))[0]
    await calendar_rang(timer, uow)


async def test_each_period_opens_once_at_each_site_with_its_day_as_the_limit() -> None:
    uow = await at_work()

    await keep_calendar(uow)
    await keep_calendar(uow)

    opened = await uow.duties.where(rule="monthly")
    assert [duty.site for duty in opened] == ["suzhou", "wuxi"]
    # the 5th of March ends at 16:00 UTC
    assert {duty.due_at for duty in opened} == {datetime(2025, 3, 5, 16, tzinfo=UTC)}
    assert await uow.duties.where(rule="audit") == ()


async def test_the_next_look_is_at_midnight_and_a_new_month_opens_its_own() -> None:
    uow = await at_work()
    await keep_calendar(uow)
    due = [timer.due_at for timer in await uow.timers.running(CALENDAR)]

    await ring(uow, datetime(2025, 3, 31, 15, 59, tzinfo=UTC))
    await ring(uow, datetime(2025, 3, 31, 16, 0, tzinfo=UTC))

    assert due == [datetime(2025, 3, 3, 16, tzinfo=UTC)]
    assert await months(uow) == ["2025-03-01", "2025-04-01"]


async def test_after_a_long_stop_only_the_present_period_opens() -> None:
    uow = await at_work()
    await keep_calendar(uow)

    await ring(uow, NOW + timedelta(days=200))

    assert await months(uow) == ["2025-03-01", "2025-09-01"]


async def test_a_rhythm_that_the_company_sets_opens_its_duty() -> None:
    uow = await at_work()
    uow.company = replace(uow.company, in_force=(AUDITED,))

    await keep_calendar(uow)

    audit = await the_duty(uow, "audit")
    assert (audit.role, audit.due_at) == (Role.AUDITOR, datetime(2025, 12, 31, 16, tzinfo=UTC))
    assert unset_rhythms(BOOK, {}) == ("audit_rhythm",)
    assert unset_rhythms(BOOK, AUDITED.settings) == ()


async def test_it_waits_for_whoever_holds_the_office_there_and_is_filled_like_any_other() -> None:
    uow = await at_work()
    await keep_calendar(uow)
    duty, actor = await the_duty(uow, "monthly"), await by_no(uow, "E11")
    assert [one.duty for one in await what_waits(actor, uow=uow)] == [duty]

    await fill_duty(duty.id, 1, 0, "3", actor=actor, uow=uow)
    done = await finish_duty(duty.id, 2, actor=actor, uow=uow)

    assert done.case is None
    assert await what_waits(actor, uow=uow) == ()


async def test_a_supervisors_periodic_duty_is_for_all_supervisors_of_the_site() -> None:
    uow = await at_work()
    await keep_calendar(uow)
    await uow.duties.put(replace(await the_duty(uow, "monthly"), role=Role.SUPERVISOR))

    waiting = await what_waits(await by_no(uow, "E03"), uow=uow)

    assert [one.duty.rule for one in waiting if one.duty] == ["monthly"]


async def test_a_rulebook_that_is_not_there_opens_nothing() -> None:
    uow = await staffed(in_force=(InForce(rulebook="nonsense", since=date(2025, 1, 1)),), sites=(WUXI,))
    uow.rulebooks = ShippedRulebooks()

    await keep_calendar(uow)

    assert await uow.duties.where() == ()


def test_before_its_day_a_rulebook_demands_nothing_by_the_calendar() -> None:
    text = TEXT.replace('edition = "undated"', 'edition = "2026-01-01"\nin_force_from = 2026-01-01')
    later = compiled(text)

    assert list(periodic_duties(later, {}, date(2025, 12, 31))) == []
    assert [one.rule for one in periodic_duties(later, {}, date(2026, 1, 1))] == ["monthly"]


async def test_duties_of_the_calendar_are_kept_apart_from_those_of_cases() -> None:
    uow = await at_work()
    await keep_calendar(uow)

    assert {duty.case_id for duty in await uow.duties.where()} == {None}
