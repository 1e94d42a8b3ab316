"""Do the duties of a rulebook that the customer's side has met: their forms are filled with what is known by then."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from core.actions.deadline.start_clock import follow_duty
from core.actions.duty.change_duty import change_duty
from core.actions.duty.read_duty import open_duty
from core.actions.remedy.read_remedy import open_remedy
from core.model.duty import RULEBOOK_DUTY
from core.model.log import LogRow
from core.model.person import Person
from core.ports import UnitOfWork
from core.rulebook.duty_rules import Duty as DutyRule
from core.rulebook.remedy_rules import Source
from core.rules.corrective.agreed_actions import to_be_done_again
from core.rules.remedy.remedy_file import RemedyFile
from core.rules.remedy.remedy_milestones import milestones
from core.rules.remedy.remedy_sources import known_by_now

# marks a duty that was done by dealing with the customer, not by hand
_BY_REMEDY: Final = "by_remedy"


async def meet_duties(case_id: int, *, uow: UnitOfWork) -> None:
    """Finish every open duty that a reached step carries out, and open those again whose step is undone.

    Calling it again changes nothing. What somebody did by hand stays done.
    """
    if await uow.remedies.one(case_id=case_id) is None:
        return
    file = await open_remedy(case_id, uow=uow)
    reached = milestones(file)
    steps = file.rules.steps if file.rules else ()
    met = {rule: step for step in steps if step.reached in reached for rule in step.meets}
    for rule, step in met.items():
        actor = file.dossier.staff[reached[step.reached]]
        await _finish(rule, step.fills.get(rule, {}), file, actor, uow)
    for rule in file.met_by_it() - met.keys():
        await _open_again(rule, case_id, uow)


async def _finish(
    rule: str, sources: Mapping[str, Source], file: RemedyFile, actor: Person, uow: UnitOfWork
) -> None:
    for duty in await uow.duties.where(case_id=file.case.id, kind=RULEBOOK_DUTY, rule=rule, done_at=None):
        opened = await open_duty(duty, uow=uow)
        done = replace(
            duty,
            answers={**duty.answers, **_answers(sources, opened.rule, file, uow)},
            data={**duty.data, _BY_REMEDY: True},
            finished_at=uow.now,
            finished_by=actor.id,
            done_at=uow.now,
            done_by=actor.id,
        )
        row = LogRow(act="duty_finished", facts={_BY_REMEDY: True})
        await change_duty(opened, done, row, actor=actor, uow=uow)


async def _open_again(rule: str, case_id: int, uow: UnitOfWork) -> None:
    for duty in await uow.duties.where(case_id=case_id, kind=RULEBOOK_DUTY, rule=rule):
        if not duty.data.get(_BY_REMEDY) or duty.is_open:
            continue
        data = {key: value for key, value in duty.data.items() if key != _BY_REMEDY}
        again = replace(to_be_done_again(duty), data=data, version=duty.version + 1)
        await uow.duties.put(again)
        await follow_duty(again, uow=uow)
        facts = {"duty": duty.id, "version": again.version, _BY_REMEDY: True}
        await uow.log.write(LogRow(act="duty_undone", case_id=case_id, facts=facts))


def _answers(
    sources: Mapping[str, Source], rule: DutyRule, file: RemedyFile, uow: UnitOfWork
) -> Mapping[str, object]:
    known = known_by_now(file, uow.now)
    return {
        field: known[source]
        for field, source in sources.items()
        if field in rule.fields and known[source] != ""
    }
