"""Close a case: everything its rulebook demands before has evidence."""

from dataclasses import replace

from core.actions.case.read_closing import read_closing
from core.actions.case.show_case import show_case
from core.actions.duty.open_rulebook_duties import open_rulebook_duties
from core.actions.kin.watch_recurrence import begin_watch
from core.errors import NotAllowed
from core.model.case import Case, Stage
from core.model.log import LogRow
from core.model.person import Person
from core.ports import UnitOfWork
from core.rights.action import Action
from core.rights.circumstances import around_dossier
from core.rights.may import check_right
from core.rules.case.closing_gaps import Readiness
from core.screens.closing import case_closed


async def close_case(case_id: int, *, actor: Person, uow: UnitOfWork) -> Case:
    """Close it and tell who reported it.

    NotThisPerson unless the actor leads the case or is quality at its site, and is not named in it; WrongStage before
    it is decided; NotAllowed, naming all that is missing, while a gate is open.
    """
    ready = await check_closing(case_id, actor=actor, uow=uow)
    if ready.gaps:
        raise NotAllowed("closing_gaps", number=ready.dossier.case.number, gaps=ready.gaps)
    case = await uow.cases.put(replace(ready.dossier.case, stage=Stage.CLOSED, stage_since=uow.now))
    facts = {"at_once": ready.is_at_once, "kept_until": ready.kept_until and ready.kept_until.isoformat()}
    await uow.log.write(LogRow(act="case_closed", case_id=case.id, actor_id=actor.id, facts=facts))
    case = await open_rulebook_duties(case.id, uow=uow)
    await begin_watch(case, uow=uow)
    for person_id in {case.reporter_id, case.owner_id or 0} & ready.dossier.staff.keys():
        await uow.outbox.tell(ready.dossier.staff[person_id], case_closed(ready, case))
    await show_case(case, uow=uow)
    return case


async def check_closing(case_id: int, *, actor: Person, uow: UnitOfWork) -> Readiness:
    """What closing takes, for whoever may close; the refusals of `close_case` but the gates."""
    ready = await read_closing(case_id, uow=uow)
    case = ready.dossier.case
    check_right(
        Action.CLOSE_CASE, actor, around_dossier(ready.dossier), owner=ready.dossier.name(case.owner_id)
    )
    return ready
