"""Make sure a case has the rulebook of its incident's day before it is worked on."""

from dataclasses import replace

from core.actions.rulebook.put_under import put_under
from core.actions.rulebook.rulebook_in_force import rulebook_in_force
from core.actions.rulebook.want_rulebook import KIND
from core.errors import NotAllowed
from core.model.case import Case
from core.ports import UnitOfWork
from core.rules.case.case_kinds import kind_said


async def settle_rulebook(case: Case, *, uow: UnitOfWork) -> Case:
    """The case with the rulebook now in force; NotAllowed while there is none."""
    if case.rulebook:
        return case
    kind = kind_said(case.answers, uow.company, case.site, case.occurred_on)
    rulebook = rulebook_in_force(case.site, case.occurred_on, kind, uow)
    if not rulebook:
        site_name = uow.company.site(case.site).name
        raise NotAllowed("no_rulebook_in_force", site_name=site_name, day=case.occurred_on)
    for duty in await uow.duties.where(case_id=case.id, kind=KIND, done_at=None):
        await uow.duties.put(replace(duty, done_at=uow.now, done_by=duty.owner_id))
    return await uow.cases.put(put_under(case, rulebook, uow=uow))
