"""What the bot itself does at that size, and work that no single press is: its tick, the month's report, a registration."""

from collections.abc import AsyncIterator
from datetime import timedelta

from bench.scale.copies import Times
from bench.scale.costs import Costing, Costs
from bot.health.reading import read_vitals
from bot.inbox.batch import next_batch
from bot.sample.registering import register_tale
from bot.sample.tale import tales
from bot.settings import Settings
from bot.storage.unit_of_work import SqlUnitOfWork
from core.actions.investigation.name_cause import name_cause
from core.actions.report.read_report import report_page
from core.model.case import Stage
from core.reports.period import reported

TICK, REPORT = 5.0, 2000.0


async def doings(costing: Costing, settings: Settings) -> AsyncIterator[Costs]:
    """All of it, one after the other."""
    yield await costing.of_work("a tick with nothing due", _tick, TICK)
    yield await costing.of_work("the inbox, nothing new", _inbox)
    yield await costing.of_work("vital signs", lambda uow: _vitals(uow, settings))
    yield await costing.of_work("the last month's report", _report, REPORT)
    yield await costing.of_work("a complaint is registered", _register)
    yield await costing.of_work("a cause is named", _name_cause)


async def _tick(uow: SqlUnitOfWork) -> None:
    timer = await uow.clocks.next_due()
    if timer is None or timer.due_at <= uow.now:
        raise ValueError(timer)


async def _inbox(uow: SqlUnitOfWork) -> None:
    await next_batch(uow.connection, set())


async def _vitals(uow: SqlUnitOfWork, settings: Settings) -> None:
    await read_vitals(uow.connection, uow.now, settings.data, frozenset())


async def _report(uow: SqlUnitOfWork) -> None:
    begins, _ = Times(uow.now).month
    period = reported("monthly", begins.date() + timedelta(days=9))
    sites = tuple(site.id for site in uow.company.sites)
    await report_page(period, sites, language="zh-Hans", uow=uow, with_persons=False)


async def _register(uow: SqlUnitOfWork) -> None:
    (sales,) = await uow.persons.where(employee_no="E06")
    await register_tale(tales()[-2].model_copy(update={"at": uow.now}), sales, uow)
    await uow.flush()


async def _name_cause(uow: SqlUnitOfWork) -> None:
    case = (await uow.cases.latest(1, stage=Stage.INVESTIGATING, site="suzhou"))[0]
    owner = await uow.persons.get(case.owner_id or 0)
    await name_cause(case.id, "装箱时填充物掉入泵口", actor=owner, uow=uow)
    await uow.flush()
