"""Do the duties of a rulebook that the customer's side has met: their forms are filled with what is known by then."""

from collections.abc import Mapping
from typing import Final

from core.actions.duty.done_by_itself import asked_again, done_by_itself
from core.actions.duty.read_duty import open_duty
from core.actions.remedy.read_remedy import open_remedy
from core.model.duty import RULEBOOK_DUTY
from core.model.person import Person
from core.ports import UnitOfWork
from core.rulebook.duty_rules import Duty as DutyRule
from core.rulebook.remedy_rules import Source
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
        for duty in await uow.duties.where(case_id=case_id, kind=RULEBOOK_DUTY, rule=rule):
            await asked_again(duty, _BY_REMEDY, uow=uow)


async def _finish(
    rule: str, sources: Mapping[str, Source], file: RemedyFile, actor: Person, uow: UnitOfWork
) -> None:
    for duty in await uow.duties.where(case_id=file.case.id, kind=RULEBOOK_DUTY, rule=rule, done_at=None):
        opened = await open_duty(duty, uow=uow)
        answers = _answers(sources, opened.rule, file, uow)
        await done_by_itself(opened, _BY_REMEDY, answers, actor=actor, uow=uow)


def _answers(
    sources: Mapping[str, Source], rule: DutyRule, file: RemedyFile, uow: UnitOfWork
) -> Mapping[str, object]:
    known = known_by_now(file, uow.now)
    return {
        field: known[source]
        for field, source in sources.items()
        if field in rule.fields and known[source] != ""
    }
