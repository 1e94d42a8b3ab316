"""Take up a draft: what came loose is a complaint after all, or what was cancelled goes on."""

from dataclasses import replace

from core.errors import NoSuchThing, SomebodyWasFirst
from core.model.draft import Draft, DraftState
from core.model.log import LogRow
from core.model.person import Person
from core.ports import UnitOfWork
from core.rights.action import Action
from core.rights.circumstances import NOWHERE
from core.rights.may import check_theirs
from core.rights.tie import Tie


async def reopen_draft(draft_id: int, *, actor: Person, uow: UnitOfWork) -> Draft:
    """The person's own draft, open; NoSuchThing if unknown, SomebodyWasFirst if it has become part of a case."""
    draft = await uow.drafts.find(draft_id)
    if draft is None:
        raise NoSuchThing("draft_unknown")
    check_theirs(Action.WORK_ON_DRAFT, actor, NOWHERE.tied(Tie.DRAFTER, (draft.person_id,)))
    if draft.state in (DraftState.SUBMITTED, DraftState.JOINED):
        raise SomebodyWasFirst("draft_not_open")
    if draft.state is DraftState.OPEN:
        return draft
    await uow.log.write(LogRow(act="draft_reopened", actor_id=actor.id, facts={"draft": draft.id}))
    return await uow.drafts.put(replace(draft, state=DraftState.OPEN, version=draft.version + 1))
