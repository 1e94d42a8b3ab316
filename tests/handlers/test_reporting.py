"""/report, as people with different roles see it."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from core.actions.report.send_reports import REPORT, REPORT_OF_ONE, keep_reports
from core.errors import NoSuchThing, NotAllowed, NotThisPerson
from core.model.case import Stage
from core.model.figures import Figures
from core.model.message import Button, Message
from core.model.money import Money
from core.model.month_figure import FigureKind
from core.model.notice import Notice
from core.model.roles import Grant, Role
from core.reports.page import ReportForm
from core.rules.staff.menu import commands_for
from handlers import reporting
from tests.fakes import FakeUnitOfWork
from tests.handlers.talk import Talk, talk_with
from tests.make import NOW, by_no, case, staffed

MARCH = "m20250301.0"


async def with_cases() -> FakeUnitOfWork:
    """Three cases of this week (one in 无锡, one refused), one of last week that was closed in this."""
    uow = await staffed()
    await uow.cases.add(case(facts={"cause": ""}))
    await uow.cases.add(case(number="250304", product="阀门", part_no="V-9", stage=Stage.REFUSED))
    await uow.cases.add(case(number="250305", site="wuxi"))
    earlier = NOW - timedelta(days=5)
    await uow.cases.add(case(number="250226", registered_at=earlier, stage=Stage.CLOSED))
    await uow.figures.add(figures(1))
    return uow


def figures(case_id: int) -> Figures:
    return Figures(
        case_id=case_id,
        version=1,
        request={},
        answer={},
        sha256="",
        put_by=2,
        put_at=NOW,
        grade="serious",
        direct_loss=Money(146000),
        charged=Money(91980),
        borne=Money(54020),
    )


async def talk_of(uow: FakeUnitOfWork, employee_no: str) -> Talk:
    return await talk_with(uow, employee_no, reporting)


async def opened(uow: FakeUnitOfWork, employee_no: str, code: str = "") -> Talk:
    talk = await talk_of(uow, employee_no)
    await talk.sends("/report")
    if code:
        await presses(talk, "report", code)
    return talk


async def presses(talk: Talk, verb: str, arg: str) -> None:
    """Press a button of ours by what it carries, or a forged one."""
    await talk.presses(arg, Message(template="", rows=((Button("x", verb, arg=arg),),)))


def numbers(message: Message) -> dict[str, int]:
    said = message.data["numbers"]
    assert isinstance(said, list)
    return dict(said)


async def test_a_report_counts_the_week_so_far_at_the_readers_own_sites() -> None:
    talk = await opened(await with_cases(), "E11")
    assert numbers(talk.latest()) == {
        "registered": 2,
        "closed": 1,
        "open": 1,
        "overdue": 0,
        "refused": 1,
        "recurred": 0,
    }
    assert talk.latest().data["sums"] == [
        ("loss", Money(146000)),
        ("charged", Money(91980)),
        ("borne", Money(54020)),
        ("spent", Money(0)),
    ]


@pytest.mark.parametrize("employee_no", ["E10", "E17"])
async def test_who_only_reports_or_works_reads_no_report(employee_no: str) -> None:
    uow = await with_cases()
    talk = await talk_of(uow, employee_no)
    with pytest.raises(NotThisPerson):
        await talk.sends("/report")
    with pytest.raises(NotThisPerson):
        await presses(talk, "report_file", f"{MARCH}.sheet")
    assert "report" not in commands_for(await by_no(uow, employee_no))
    assert "report" in commands_for(await by_no(uow, "E11"))


async def test_a_number_leads_to_its_cases_and_back() -> None:
    talk = await opened(await with_cases(), "E11")
    await talk.presses("report_n_closed")
    listed = talk.latest()
    assert [one["number"] for one in listed.data["cases"]] == ["250226"]  # type: ignore[attr-defined]
    await talk.presses("report_back")
    assert talk.latest().template == "report"


async def test_many_cases_come_in_pages() -> None:
    uow = await with_cases()
    for number in range(12):
        await uow.cases.add(case(number=f"2503{number + 40}"))
    talk = await opened(uow, "E11")
    await talk.presses("report_n_registered")
    await talk.presses("page_after")
    assert talk.latest().data["total"] == 14
    assert len(talk.latest().data["cases"]) == 4  # type: ignore[arg-type]
    await talk.presses("page_before")
    assert len(talk.latest().data["cases"]) == 10  # type: ignore[arg-type]


async def test_weeks_and_months_are_turned_and_exchanged() -> None:
    talk = await opened(await with_cases(), "E11")
    await talk.presses("report_before")
    assert talk.latest().data["first"] == date(2025, 2, 24)
    await talk.presses("report_after")
    await talk.presses("report_monthly")
    assert talk.latest().data["first"] == date(2025, 3, 1)
    await talk.presses("report_weekly")
    assert talk.latest().data["last"] == date(2025, 3, 9), "the week of today"
    await talk.presses("report_monthly")
    await talk.presses("report_before")
    await talk.presses("report_weekly")
    assert talk.latest().data["last"] == date(2025, 3, 2), "the last week of a month gone by"


async def test_who_holds_a_role_at_all_sites_turns_through_them() -> None:
    uow = await with_cases()
    auditor = await by_no(uow, "E08")
    await uow.persons.put(replace(auditor, grants=(Grant(Role.AUDITOR),)))
    talk = await opened(uow, "E08")
    assert numbers(talk.latest())["registered"] == 3
    await talk.presses("report_all_sites")
    assert talk.latest().data["site_names"] == ("苏州厂",)
    await talk.presses("report_site")
    assert talk.latest().data["site_names"] == ("无锡厂",)


async def test_files_name_persons_only_to_who_may_know_them() -> None:
    uow = await with_cases()
    await uow.notices.add(
        Notice(number="250303-1", case_id=1, version=1, person_id=3, amount=Money(70080), issued_at=NOW)
    )
    for employee_no, charges in (("E11", {}), ("E06", {"E17": 70080})):
        talk = await opened(uow, employee_no)
        shown = talk.latest()
        for form in ("overview", "sheet", "paper"):
            await talk.presses(f"report_{form}", shown)
            drawn, page = uow.drawing.drawn[-1]
            assert drawn is ReportForm(form)
            assert page.report.charges == charges
            assert len(talk.latest().files) == 1


async def test_orders_and_budget_of_a_month_are_entered_by_who_knows_them() -> None:
    uow = await with_cases()
    talk = await opened(uow, "E06", MARCH)
    await talk.presses("report_orders")
    await talk.sends("1,200")
    await talk.presses("report_budget")
    await talk.sends("50000")
    assert {one.kind: one.value for one in await uow.month_figures.where()} == {
        FigureKind.ORDERS: 1200,
        FigureKind.BUDGET: 5_000_000,
    }
    rates = {one["id"]: one["rate"] for one in talk.latest().data["indicators"]}  # type: ignore[attr-defined]
    assert rates["complaints"] == 833
    assert rates["cost_control"] == 0
    await talk.presses("report_orders")
    assert talk.latest().data["known"] == 1200
    await talk.sends("1300")
    assert [one.value for one in await uow.month_figures.where(kind=FigureKind.ORDERS)] == [1300]


@pytest.mark.parametrize("said", ["-5", "many", "12.5", "1e9", "9999999999999", "=1+1"])
async def test_what_is_no_number_is_refused_and_asked_again(said: str) -> None:
    uow = await with_cases()
    talk = await opened(uow, "E06", MARCH)
    await talk.presses("report_orders")
    with pytest.raises(NotAllowed):
        await talk.sends(said)
    assert await uow.month_figures.where() == ()
    await talk.sends("7")
    assert len(await uow.month_figures.where()) == 1


async def test_quality_enters_orders_but_no_budget() -> None:
    talk = await opened(await with_cases(), "E11", MARCH)
    labels = [button.label for row in talk.latest().rows for button in row]
    assert "report_orders" in labels
    assert "report_budget" not in labels
    with pytest.raises(NotThisPerson):
        await presses(talk, "report_enter", f"{MARCH}.budget")


async def test_a_week_has_no_orders_of_its_own() -> None:
    talk = await opened(await with_cases(), "E06")
    assert "report_orders" not in [button.label for row in talk.latest().rows for button in row]
    with pytest.raises(NotAllowed):
        await presses(talk, "report_enter", "w20250303.0.orders")


@pytest.mark.parametrize(
    ("verb", "arg"),
    [
        ("report", "nonsense"),
        ("report_cases", f"{MARCH}.cause~99.0"),
        ("report_cases", f"{MARCH}.nonsense~0.0"),
        ("figure", f"{MARCH}.product~nosuchth.0"),
        ("figure", f"{MARCH}.person~E17.0"),
        ("figure", f"{MARCH}.nonsense.0"),
        ("chapter", f"{MARCH}.nonsense.0"),
        ("chapter", f"{MARCH}.product.x"),
        ("chapter", MARCH),
        ("report_cases", f"{MARCH}.cause~x.0"),
        ("report_cases", f"{MARCH}.registered.-1"),
        ("report_cases", MARCH),
        ("report_file", f"{MARCH}.exe"),
        ("report_enter", f"{MARCH}.wages"),
    ],
)
async def test_forged_buttons_find_nothing(verb: str, arg: str) -> None:
    talk = await opened(await with_cases(), "E06")
    with pytest.raises(NoSuchThing):
        await presses(talk, verb, arg)


async def ring(uow: FakeUnitOfWork, kind: str) -> None:
    """Ring every timer of that kind that is due."""
    rings = reporting.handlers().rings
    for key, timer in list(uow.timers.by_key.items()):
        if timer.kind == kind and timer.rung_at is None and timer.due_at <= uow.now:
            uow.timers.by_key[key] = replace(timer, rung_at=uow.now)
            await rings[kind](timer, uow)


async def test_who_follows_a_report_gets_it_in_the_morning_after_the_week_once_and_without_persons() -> None:
    uow = await with_cases()
    talk = await opened(uow, "E11")
    await talk.presses("report_follow")
    assert talk.reply.toasts == ["report_followed"]
    await keep_reports(uow)
    uow.now = datetime(2025, 3, 10, 0, 30, tzinfo=UTC)
    for _ in range(2):
        await ring(uow, REPORT)
        await ring(uow, REPORT_OF_ONE)
    sent = uow.outbox.told_to("E11")
    assert len(sent) == 1
    assert sent[0].data["first"] == date(2025, 3, 3)
    assert uow.drawing.drawn[-1][1].report.charges == {}
    assert uow.outbox.told_to("E06") == []


async def test_who_no_longer_follows_or_may_no_longer_read_gets_nothing() -> None:
    uow = await with_cases()
    for employee_no in ("E11", "E06"):
        await (await opened(uow, employee_no)).presses("report_follow")
    await (await opened(uow, "E06")).presses("report_unfollow")
    quality = await by_no(uow, "E11")
    await uow.persons.put(replace(quality, grants=()))
    await keep_reports(uow)
    uow.now = datetime(2025, 3, 10, 0, 30, tzinfo=UTC)
    await ring(uow, REPORT)
    await ring(uow, REPORT_OF_ONE)
    assert [message for _, message in uow.outbox.told] == []


async def test_who_has_left_gets_nothing() -> None:
    uow = await with_cases()
    await (await opened(uow, "E11")).presses("report_follow")
    await uow.persons.put(replace(await by_no(uow, "E11"), left_on=NOW.date()))
    await keep_reports(uow)
    uow.now = datetime(2025, 3, 10, 0, 30, tzinfo=UTC)
    await ring(uow, REPORT)
    await ring(uow, REPORT_OF_ONE)
    assert uow.outbox.told == []


async def test_the_month_is_sent_too() -> None:
    uow = await with_cases()
    talk = await opened(uow, "E11", MARCH)
    await talk.presses("report_follow")
    await keep_reports(uow)
    uow.now = datetime(2025, 4, 1, 0, 30, tzinfo=UTC)
    await ring(uow, REPORT)
    await ring(uow, REPORT_OF_ONE)
    assert [one.data["first"] for one in uow.outbox.told_to("E11")] == [date(2025, 3, 1)]
