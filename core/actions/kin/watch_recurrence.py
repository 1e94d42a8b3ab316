"""The bot's own watch: after a case is closed, the same product failing for such a cause again is put before people."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from core.actions.corrective.change_plan import change_plan
from core.actions.corrective.read_corrective import open_corrective
from core.actions.kin.ask_recurrence import ask_recurrence
from core.model.case import NOT_TAKEN_ON, Case, Stage
from core.model.case_link import LinkKind
from core.model.log import LogRow
from core.model.timer import Timer
from core.ports import UnitOfWork
from core.rules.appeal.appeal_limit import appeal_until
from core.rules.corrective.corrective_file import CorrectiveFile
from core.rules.corrective.same_cause import is_same_cause
from core.screens.recurrence import watch_ended

WATCH: Final = "recurrence_watch"
# the latest so many to be closed are looked at: what fails more often than that has been put before quality
_MOST: Final = 20


async def watch_recurrence(case_id: int, *, uow: UnitOfWork) -> None:
    """Ask about the last closed cases of the same product that are still watched and had such a cause; once for each pair.

    To be called whenever the cause of a case was named or sorted.
    """
    later = await open_corrective(case_id, uow=uow)
    for earlier in await _closed_before(later.case, uow):
        file = await open_corrective(earlier.id, uow=uow)
        if _is_watched(file, uow) and is_same_cause(later, file):
            await ask_recurrence(later.case, earlier, uow=uow)


async def begin_watch(case: Case, *, uow: UnitOfWork) -> None:
    """The case was closed: its plan says until when the bot looks, and a timer ends that. Nothing without a plan."""
    file = await open_corrective(case.id, uow=uow) if case.rulebook else None
    if file is None or not file.plan.id:
        return
    ends = appeal_until(uow.now, uow.company.recurrence_days, uow.company.zone(case.site))
    plan = replace(file.plan, watched_until=_last_day(case, uow))
    row = LogRow(act="watch_begun", facts={"until": plan.watched_until and plan.watched_until.isoformat()})
    await change_plan(file, plan, row, actor=None, uow=uow)
    await uow.timers.start(
        Timer(key=f"{WATCH}:{case.id}:{plan.round}", kind=WATCH, subject_id=case.id, due_at=ends)
    )


async def watch_rang(timer: Timer, uow: UnitOfWork) -> None:
    """The time is over: who leads the case is told that nothing came back, unless it did, or the case is open."""
    file = await open_corrective(timer.subject_id, uow=uow)
    case = file.case
    came_back = await uow.case_links.one(other_id=case.id, kind=LinkKind.RECURRENCE, undone_at=None)
    if case.stage is not Stage.CLOSED or came_back is not None:
        return
    await uow.log.write(LogRow(act="watch_ended", case_id=case.id, facts={"round": file.plan.round}))
    owner = file.dossier.owner()
    if owner is not None:
        await uow.outbox.tell(owner, watch_ended(file))


async def _closed_before(case: Case, uow: UnitOfWork) -> tuple[Case, ...]:
    by_name = await _closed_last(uow, product=case.product) if case.product else ()
    by_part = await _closed_last(uow, part_no=case.part_no) if case.part_no else ()
    found = {one.id: one for one in (*by_part, *by_name) if one.id != case.id}
    return tuple(one for one in found.values() if one.rulebook and one.outcome not in NOT_TAKEN_ON)


async def _closed_last(uow: UnitOfWork, **same: str) -> tuple[Case, ...]:
    return await uow.cases.latest(_MOST, by="stage_since", stage=Stage.CLOSED, **same)


def _is_watched(file: CorrectiveFile, uow: UnitOfWork) -> bool:
    until = file.plan.watched_until or _last_day(file.case, uow)
    return file.dossier.day <= until


def _last_day(case: Case, uow: UnitOfWork) -> date:
    closed_on = uow.company.day_at(case.site, case.stage_since)
    return closed_on + timedelta(days=uow.company.recurrence_days)
