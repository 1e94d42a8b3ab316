"""Keep a changed corrective plan one version on, with its row in the log."""

from dataclasses import replace

from core.actions.duty.open_rulebook_duties import open_rulebook_duties
from core.model.corrective_plan import CorrectivePlan
from core.model.log import LogRow
from core.model.person import Person
from core.ports import UnitOfWork
from core.rules.corrective.corrective_file import CorrectiveFile


async def change_plan(
    file: CorrectiveFile, changed: CorrectivePlan, row: LogRow, *, actor: Person | None, uow: UnitOfWork
) -> CorrectiveFile:
    """The file with the changed plan, kept, and `row` written in the log as this person's act (None: the bot's).

    The first change opens the plan. Forms of the rulebook that ask for what a person has said in it have it at once.
    """
    if changed.id:
        plan = await uow.corrective_plans.put(replace(changed, version=file.plan.version + 1))
    else:
        opened_by = actor.id if actor else changed.opened_by
        plan = await uow.corrective_plans.add(replace(changed, opened_by=opened_by))
    facts = {"plan": plan.id, "version": plan.version, **row.facts}
    await uow.log.write(replace(row, case_id=plan.case_id, actor_id=actor.id if actor else None, facts=facts))
    if actor is not None:
        await open_rulebook_duties(plan.case_id, uow=uow)
    return replace(file, plan=plan)
