"""The general manager approves an edition, which then holds from its day and is made known, or rejects it."""

from dataclasses import replace

from core.actions.rulebook.propose_edition import check_in_place, pending
from core.actions.rulebook.publish_edition import begin_publication
from core.errors import NotAllowed
from core.model.log import LogRow
from core.model.person import Person
from core.model.proposed_edition import EditionState, ProposedEdition
from core.ports import UnitOfWork
from core.rights.action import Action
from core.rights.bar import Bar
from core.rights.circumstances import NOWHERE
from core.rights.may import check_right
from core.screens.edition_card import edition_decided

PROPOSED = (EditionState.PROPOSED,)


async def deciding(proposal_id: int, seal: str, *, actor: Person, uow: UnitOfWork) -> ProposedEdition:
    """The proposal to be decided. NotThisPerson for others than general managers, and for whoever sent it or put it forward."""
    proposal = await uow.proposed_editions.get(proposal_id)
    there = NOWHERE.barring(Bar.ASKED_FOR_IT, proposal.asked_by)
    check_right(Action.APPROVE_RULEBOOK, actor, there)
    return await pending(proposal_id, seal, PROPOSED, uow)


async def approve_edition(proposal_id: int, seal: str, *, actor: Person, uow: UnitOfWork) -> ProposedEdition:
    """Let it hold from its day on, and make it known to all staff; NotAllowed if that day has come meanwhile."""
    proposal = await deciding(proposal_id, seal, actor=actor, uow=uow)
    await check_in_place(proposal, uow)
    decided = await _decided(proposal, EditionState.APPROVED, actor, uow)
    await begin_publication(decided, uow=uow)
    return decided


async def reject_edition(
    proposal_id: int, seal: str, reason: str, *, actor: Person, uow: UnitOfWork
) -> ProposedEdition:
    """Send it back with a reason; NotAllowed without one."""
    proposal = await deciding(proposal_id, seal, actor=actor, uow=uow)
    if not reason.strip():
        raise NotAllowed("edition_reason_missing")
    return await _decided(proposal, EditionState.REJECTED, actor, uow, reason)


async def _decided(
    proposal: ProposedEdition, state: EditionState, actor: Person, uow: UnitOfWork, reason: str = ""
) -> ProposedEdition:
    decided = replace(proposal, state=state, decided_by=actor.id, decided_at=uow.now)
    facts = {"proposal": decided.id, "rulebook": decided.rulebook, "sha256": decided.sha256}
    words = {"reason": reason} if reason else {}
    await uow.log.write(LogRow(act=f"edition_{state.value}", actor_id=actor.id, facts=facts, words=words))
    for asker in decided.asked_by:
        await uow.outbox.tell(await uow.persons.get(asker), edition_decided(decided, actor.name, reason))
    return await uow.proposed_editions.put(decided)
