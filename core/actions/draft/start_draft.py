"""Begin a draft."""

from datetime import datetime

from core.model.draft import Draft, DraftState
from core.model.log import LogRow
from core.model.person import Person
from core.ports import UnitOfWork
from core.rules.draft.possible_sites import possible_sites


async def start_draft(state: DraftState, received_at: datetime, *, actor: Person, uow: UnitOfWork) -> Draft:
    """A new draft of that person, at their own site if they may report there, else at the first where they may."""
    sites = possible_sites(actor, uow.company)
    site = actor.site if actor.site in sites else sites[0]
    draft = await uow.drafts.add(
        Draft(
            person_id=actor.id,
            state=state,
            fields={"site": site},
            received_at=received_at,
            opened_at=uow.now,
        )
    )
    await uow.log.write(
        LogRow(act="draft_started", actor_id=actor.id, facts={"draft": draft.id, "state": state})
    )
    return draft
