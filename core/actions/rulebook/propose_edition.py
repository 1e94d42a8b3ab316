"""An admin puts an edition forward for approval, or drops it."""

from collections.abc import Collection
from dataclasses import replace

from core.actions.rulebook.await_edition import approvers_of, ask_approvers
from core.actions.rulebook.take_edition import faults_in_place
from core.errors import NoSuchThing, NotAllowed, SomebodyWasFirst
from core.model.log import LogRow
from core.model.person import Person
from core.model.proposed_edition import EditionState, ProposedEdition
from core.ports import UnitOfWork
from core.rights.action import Action
from core.rights.circumstances import NOWHERE
from core.rights.may import check_right

# what somebody may still decide
PENDING = (EditionState.CHECKED, EditionState.PROPOSED)


async def propose_edition(proposal_id: int, seal: str, *, actor: Person, uow: UnitOfWork) -> ProposedEdition:
    """Ask the general managers; an earlier proposal of the same rulebook gives way to this one.

    NotThisPerson for anybody but admins, SomebodyWasFirst if it has gone on, NotAllowed where nobody can approve it,
    or its day has come meanwhile.
    """
    check_right(Action.PROPOSE_RULEBOOK, actor, NOWHERE)
    proposal = await pending(proposal_id, seal, (EditionState.CHECKED,), uow)
    await check_in_place(proposal, uow)
    put = replace(proposal, state=EditionState.PROPOSED, put_by=actor.id)
    if not await approvers_of(put, uow=uow):
        raise NotAllowed("edition_nobody_approves")
    for earlier in await uow.proposed_editions.where(rulebook=proposal.rulebook, state=EditionState.PROPOSED):
        await uow.proposed_editions.put(replace(earlier, state=EditionState.DROPPED))
    kept = await uow.proposed_editions.put(put)
    facts = {"proposal": kept.id, "rulebook": kept.rulebook, "sha256": kept.sha256}
    await uow.log.write(LogRow(act="edition_proposed", actor_id=actor.id, facts=facts))
    await ask_approvers(kept, uow=uow)
    return kept


async def drop_edition(proposal_id: int, seal: str, *, actor: Person, uow: UnitOfWork) -> ProposedEdition:
    """An admin takes it away before it is decided; the refusals of `propose_edition`."""
    check_right(Action.PROPOSE_RULEBOOK, actor, NOWHERE)
    proposal = await pending(proposal_id, seal, PENDING, uow)
    facts = {"proposal": proposal.id, "rulebook": proposal.rulebook}
    await uow.log.write(LogRow(act="edition_dropped", actor_id=actor.id, facts=facts))
    return await uow.proposed_editions.put(replace(proposal, state=EditionState.DROPPED))


async def pending(
    proposal_id: int, seal: str, states: Collection[EditionState], uow: UnitOfWork
) -> ProposedEdition:
    """The proposal as it was shown; NoSuchThing for another text, SomebodyWasFirst if it has gone on."""
    proposal = await uow.proposed_editions.get(proposal_id)
    if not proposal.sha256 or proposal.seal != seal:
        raise NoSuchThing("thing_unknown")
    if proposal.state not in states:
        raise SomebodyWasFirst("edition_settled", state=proposal.state.value)
    return proposal


async def check_in_place(proposal: ProposedEdition, uow: UnitOfWork) -> None:
    """NotAllowed if its day has come, or a later edition holds, since it was read."""
    approved = await uow.proposed_editions.where(rulebook=proposal.rulebook, state=EditionState.APPROVED)
    book = uow.rulebooks.compiled(proposal.text)
    others = [uow.rulebooks.compiled(one.text).edition for one in approved]
    faults = faults_in_place(book, (book.id,), uow, others)
    if book.sha256 != proposal.sha256 or faults:
        raise NotAllowed("edition_too_late", edition=proposal.edition, day=proposal.in_force_from)
