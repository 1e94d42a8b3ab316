"""Do the duties of a rulebook that the customer's side has met: their forms are filled with what is known by then."""

from collections.abc import Mapping
from dataclasses import replace

from core.actions.change_duty import change_duty
from core.actions.read_duty import open_duty
from core.actions.read_remedy import open_remedy
from core.model.duty import RULEBOOK_DUTY
from core.model.log import LogRow
from core.model.person import Person
from core.ports import UnitOfWork
from core.rulebook.duty_rules import Duty as DutyRule
from core.rulebook.remedy_rules import Source
from core.rules.remedy_file import RemedyFile
from core.rules.remedy_milestones import milestones
from core.rules.remedy_sources import known_by_now


async def meet_duties(case_id: int, *, uow: UnitOfWork) -> None:
    """Finish every open duty that a step which is reached carries out; calling it again changes nothing."""
    if await uow.remedies.one(case_id=case_id) is None:
        return
    file = await open_remedy(case_id, uow=uow)
    reached = milestones(file)
    for step in file.rules.steps if file.rules else ():
        if step.reached in reached:
            actor = file.dossier.staff[reached[step.reached]]
            for rule in step.meets:
                await _finish(rule, step.fills.get(rule, {}), file, actor, uow)


async def _finish(
    rule: str, sources: Mapping[str, Source], file: RemedyFile, actor: Person, uow: UnitOfWork
) -> None:
    for duty in await uow.duties.where(case_id=file.case.id, kind=RULEBOOK_DUTY, rule=rule, done_at=None):
        opened = await open_duty(duty, uow=uow)
        answers = {**duty.answers, **_answers(sources, opened.rule, file, uow)}
        done = replace(
            duty,
            answers=answers,
            finished_at=uow.now,
            finished_by=actor.id,
            done_at=uow.now,
            done_by=actor.id,
        )
        await change_duty(
            opened, done, LogRow(act="duty_finished", facts={"by_remedy": True}), actor=actor, uow=uow
        )


def _answers(
    sources: Mapping[str, Source], rule: DutyRule, file: RemedyFile, uow: UnitOfWork
) -> Mapping[str, object]:
    known = known_by_now(file, uow.now)
    return {
        field: known[source]
        for field, source in sources.items()
        if field in rule.fields and known[source] != ""
    }
