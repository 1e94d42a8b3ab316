"""What came of reading an edition that was sent: refused with every fault, or ready to be put forward."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date

from core.model.fault import Fault
from core.model.log import LogRow
from core.model.proposed_edition import EditionState, ProposedEdition
from core.ports import UnitOfWork
from core.rulebook.compiled import CompiledRulebook
from core.rulebook.edition import Edition
from core.rules.company.edition_faults import edition_faults
from core.screens.edition_card import edition_told
from core.screens.edition_sent import edition_lost, edition_refused


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """What the edition would change: so many rows of the one before, so many recorded cases, and the files that say it."""

    changes: int
    cases: int
    pieces: tuple[int, ...]


def today_everywhere(uow: UnitOfWork) -> date:
    """The latest date at one of the company's sites."""
    return max(uow.today(site.id) for site in uow.company.sites)


def faults_in_place(
    book: CompiledRulebook, held: Collection[str], uow: UnitOfWork, approved: Sequence[Edition] = ()
) -> tuple[Fault, ...]:
    """What keeps the edition from following those that are there.

    `held` are the ids of what holds; `approved` what was approved a moment ago and may not be at hand yet.
    """
    at_hand = uow.rulebooks.editions(book.id)
    known = [one.edition for one in at_hand if one.sha256 != book.sha256]
    is_there = len(known) < len(at_hand)
    same = (
        (Fault("file", f"{book.id} has this very edition;", "allowed is another text"),) if is_there else ()
    )
    return (*same, *edition_faults(book.edition, (*known, *approved), held, today_everywhere(uow)))


async def refuse_edition(
    proposal: ProposedEdition, faults: Sequence[str], count: int, pieces: tuple[int, ...], *, uow: UnitOfWork
) -> None:
    """Say what is wrong, already in words; of very many faults the first ones, and all in the files."""
    await _settle(replace(proposal, state=EditionState.REFUSED), "edition_faulty", {"faults": count}, uow)
    sender = await uow.persons.get(proposal.person_id)
    await uow.outbox.tell(sender, edition_refused(proposal, faults, count, pieces))


async def lose_edition(proposal: ProposedEdition, *, uow: UnitOfWork) -> None:
    """Telegram does not give the file out: who sent it is told."""
    await _settle(replace(proposal, state=EditionState.DROPPED), "edition_not_fetched", {}, uow)
    await uow.outbox.tell(await uow.persons.get(proposal.person_id), edition_lost(proposal))


async def take_edition(
    proposal: ProposedEdition, book: CompiledRulebook, text: str, effect: Effect, *, uow: UnitOfWork
) -> ProposedEdition:
    """Keep the text that passed, and show who sent it what it would change."""
    edition = book.edition
    taken = replace(
        proposal,
        state=EditionState.CHECKED,
        rulebook=edition.id,
        edition=edition.edition,
        title=edition.title,
        in_force_from=edition.in_force_from,
        sha256=book.sha256,
        text=text,
        changes=effect.changes,
        cases=effect.cases,
        pieces=effect.pieces,
    )
    facts = {"rulebook": edition.id, "sha256": book.sha256, "changes": effect.changes, "cases": effect.cases}
    kept = await _settle(taken, "edition_checked", facts, uow)
    sender = await uow.persons.get(proposal.person_id)
    await uow.outbox.tell(sender, edition_told(kept, sender, sender))
    return kept


async def _settle(
    proposal: ProposedEdition, act: str, facts: dict[str, object], uow: UnitOfWork
) -> ProposedEdition:
    row = LogRow(act=act, actor_id=proposal.person_id, facts={"proposal": proposal.id, **facts})
    await uow.log.write(row)
    return await uow.proposed_editions.put(replace(proposal, file_id=""))
