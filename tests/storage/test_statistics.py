"""Reports are counted in the database as they are counted from the shelves, case by case."""

from datetime import timedelta
from random import Random
from typing import Any

from bot.storage.unit_of_work import UnitsOfWork
from core.model.case import Case, Outcome, Stage
from core.model.case_link import CaseLink, LinkKind
from core.model.corrective_plan import CorrectivePlan
from core.model.deadline_clock import DeadlineClock, Subject
from core.model.duty import RULEBOOK_DEADLINE, Duty
from core.model.figures import Figures
from core.model.money import Money
from core.model.month_figure import FigureKind, MonthFigure
from core.model.negotiation import Contentment, Survey
from core.model.notice import Notice
from core.model.party import Party
from core.model.remedy import Cost, CostClass, RemedyKind, Undertaking
from core.reports.period import reported
from core.reports.rows import Asked
from tests.fakes import FakeUnitOfWork
from tests.make import NOW, PEOPLE, case, company, person

SITES = ("suzhou", "wuxi")
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


async def fill(uow: Any, chance: Random) -> None:
    """The same things for the same chance, whatever keeps them."""
    for employee_no in PEOPLE:
        await uow.persons.add(person(employee_no))
    for number in range(40):
        at = NOW + chance.randrange(-60 * 24, 20 * 24) * HOUR
        stage = chance.choice(list(Stage))
        made = await uow.cases.add(_case(number, stage, at, chance))
        await _fill_case(uow, made, at, chance)
    for site in SITES:
        for kind in FigureKind:
            await uow.month_figures.add(
                MonthFigure(site=site, month="2025-03", kind=kind, value=7, entered_by=1, entered_at=NOW)
            )


def _case(number: int, stage: Stage, at: Any, chance: Random) -> Case:
    return case(
        number=f"25{number:04}",
        site=chance.choice(SITES),
        stage=stage,
        outcome=chance.choice([None, *Outcome]),
        registered_at=at,
        stage_since=at + chance.randrange(30) * DAY,
        facts=chance.choice([{}, {"cause": "x"}]),
        part_no=chance.choice(["", "P-300"]),
        import_id=chance.choice([None, None, 1]),
    )


async def _fill_case(uow: Any, made: Case, at: Any, chance: Random) -> None:
    later = at + chance.randrange(40) * DAY
    maybe = chance.choice([None, later])
    amount = chance.choice([None, Money(chance.randrange(10**6))])
    for version in range(chance.randrange(3)):
        await uow.figures.add(
            Figures(
                case_id=made.id,
                version=version,
                request={},
                answer={},
                sha256="",
                put_by=2,
                put_at=at,
                grade="serious",
                direct_loss=Money(version),
                charged=amount,
                borne=amount,
            )
        )
    for department in chance.choice([(), ("仓储部",), ("仓储部", "生产部", "仓储部")]):
        await uow.parties.add(
            Party(
                case_id=made.id,
                person_id=3,
                role="direct",
                department=department,
                hearing_due_at=at,
                named_by=2,
                named_at=at,
            )
        )
    duty = await uow.duties.add(
        Duty(
            case_id=made.id,
            kind=RULEBOOK_DEADLINE,
            owner_id=2,
            opened_at=at,
            done_at=maybe,
            done_by=chance.choice([None, 2]) if maybe else None,
        )
    )
    for subject, identity in ((Subject.DUTY, duty.id), (Subject.CASE, made.id), (Subject.PARTY, made.id)):
        await uow.deadline_clocks.add(
            DeadlineClock(
                subject=subject,
                subject_id=identity,
                case_id=made.id,
                site=made.site,
                rule="x",
                starts_at=at,
                due_at=at + DAY,
                stopped_at=maybe,
            )
        )
    await uow.surveys.add(
        Survey(
            case_id=made.id,
            asked_by=1,
            asked_at=at,
            answer=chance.choice(list(Contentment)) if maybe else None,
            answered_at=maybe,
        )
    )
    await uow.undertakings.add(
        Undertaking(
            case_id=made.id,
            kind=RemedyKind.REPAIR,
            what="修",
            owner_id=1,
            done_at=maybe,
            costs=(
                Cost(cost_class=CostClass.PARTS, fen=5, basis=""),
                Cost(cost_class=CostClass.REPAIR, fen=7, basis=""),
            ),
            dropped_at=chance.choice([None, None, later]),
        )
    )
    for number in range(1, chance.choice([2, 3])):
        named = chance.choice(["", "method"])
        await uow.corrective_plans.add(
            CorrectivePlan(case_id=made.id, round=number, cause_class=named, opened_by=2, opened_at=at)
        )
    await uow.case_links.add(
        CaseLink(
            case_id=made.id,
            other_id=made.id + 1000,
            linked_by=2,
            linked_at=later,
            kind=chance.choice(list(LinkKind)),
            undone_at=chance.choice([None, None, later]),
        )
    )
    await uow.notices.add(
        Notice(
            number=f"{made.number}-1",
            case_id=made.id,
            version=1,
            person_id=3,
            amount=Money(chance.randrange(10**5)),
            issued_at=at,
            lifted_at=chance.choice([None, later]),
        )
    )


def asked(**changes: Any) -> Asked:
    month, zone = reported("monthly", NOW.date()), company().zone("suzhou")
    begins, ends = month.begins(zone), month.ends(zone)
    settings: dict[str, Any] = {"begins": begins, "ends": ends, "sites": SITES, "due": ends}
    return Asked(**(settings | changes))


async def test_the_database_counts_what_the_shelves_hold(units: UnitsOfWork) -> None:
    fake = FakeUnitOfWork(company(), NOW)
    await fill(fake, Random(7))  # noqa: S311 - the same cases in both
    async with units.open(NOW) as uow:
        await fill(uow, Random(7))  # noqa: S311 - the same cases in both
        for sites in (SITES, ("wuxi",)):
            for due in (NOW, asked().ends):
                question = asked(sites=sites, months=("2025-03",), due=due, with_persons=True)
                counted = await uow.statistics.material(question)
                assert counted == await fake.statistics.material(question)
                assert counted.registered
            assert counted.clocks
            registered = await uow.statistics.registered(question.begins, question.ends, sites)
            assert registered == len(counted.registered)
            span = (question.begins, question.ends, sites)
            for most in (1000, 3):
                ids = await uow.statistics.registered_ids(*span, most)
                assert ids == tuple(case.id for case in counted.registered)[:most]
            assert await uow.statistics.rows(ids) == await fake.statistics.rows(ids)
            assert any(case.is_imported for case in counted.registered)


async def test_persons_are_not_even_read_for_who_may_not_know_them(units: UnitsOfWork) -> None:
    async with units.open(NOW) as uow:
        await fill(uow, Random(7))  # noqa: S311 - any cases
        found = await uow.statistics.material(asked())
    assert found.charges == ()
    assert found.entered == ()
