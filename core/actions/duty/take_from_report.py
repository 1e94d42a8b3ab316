"""Fill a form of a period with what the report of that period counts."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from core.actions.duty.change_duty import change_duty, check_version
from core.actions.duty.read_duty import read_duty
from core.actions.report.read_report import report_page
from core.errors import NoSuchThing
from core.model.log import LogRow
from core.model.person import Person
from core.ports import UnitOfWork
from core.reports.counted import counted
from core.reports.period import ReportPeriod
from core.rulebook.duty_rules import Counted
from core.rules.duty.duty_file import DutyFile
from core.rules.duty.duty_form import counted_fields
from core.rules.duty.duty_rights import check_fillable


async def take_from_report(duty_id: int, version: int, *, actor: Person, uow: UnitOfWork) -> DutyFile:
    """The duty with every counted field filled anew; who does it may correct each of them afterwards.

    Raises as `fill_duty` does; NoSuchThing where the form takes nothing from a report.
    """
    file = await read_duty(duty_id, actor=actor, uow=uow)
    check_fillable(file, actor)
    wanted = counted_fields(file.rule)
    if not wanted or file.duty.key is None:
        raise NoSuchThing("thing_unknown")
    check_version(file, version)
    answers = {**file.duty.answers, **await _figures(file, file.duty.key, wanted, uow)}
    row = LogRow(act="duty_filled", facts={"field": "report"})
    return await change_duty(file, replace(file.duty, answers=answers), row, actor=actor, uow=uow)


async def _figures(
    file: DutyFile, key: str, wanted: Mapping[str, Counted], uow: UnitOfWork
) -> dict[str, object]:
    """Of the duty's own site and period: its key ends with the first and the last day."""
    first, last = (date.fromisoformat(day) for day in key.split(":")[-2:])
    page = await report_page(
        ReportPeriod(first, last), (file.duty.site,), language="zh-Hans", uow=uow, with_persons=False
    )
    return {name: counted(page.report, what) for name, what in wanted.items()}
