"""Find a draft for the person it belongs to."""

from core.errors import NoSuchThing, SomebodyWasFirst
from core.model.draft import Draft, DraftState
from core.model.person import Person
from core.ports import UnitOfWork
from core.rights.action import Action
from core.rights.circumstances import NOWHERE
from core.rights.may import check_theirs
from core.rights.tie import Tie


async def own_draft(draft_id: int, *, actor: Person, uow: UnitOfWork) -> Draft:
    """The person's own draft, still to be worked on.

    NoSuchThing if it is unknown or somebody else's; SomebodyWasFirst if it was submitted, cancelled or joined.
    """
    draft = await uow.drafts.find(draft_id)
    if draft is None:
        raise NoSuchThing("draft_unknown")
    check_theirs(Action.WORK_ON_DRAFT, actor, NOWHERE.tied(Tie.DRAFTER, (draft.person_id,)))
    if draft.state in (DraftState.OPEN, DraftState.LOOSE):
        return draft
    if draft.state is not DraftState.SUBMITTED or draft.case_id is None:
        raise SomebodyWasFirst("draft_not_open")
    case = await uow.cases.get(draft.case_id)
    raise SomebodyWasFirst("draft_already_registered", number=case.number)
