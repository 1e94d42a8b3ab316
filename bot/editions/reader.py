"""Reads the editions that admins send in chat: fetched, checked, compared, tried; and lets approved ones hold."""

import asyncio
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import select
from telegram.error import TelegramError

from bot.clock import Clock
from bot.documents.issuing import TypesetPapers
from bot.documents.mime import TEXT, XLSX
from bot.editions.effect import EffectFiles, effect_of
from bot.evidence.beside import evidence_beside
from bot.patience import Patience
from bot.points import Point, reached
from bot.rulebook_words.faults import fault_said
from bot.rulebooks import loss_kinds
from bot.signal import Signal
from bot.storage.shelf import TableShelf
from bot.storage.tables import proposed_editions
from bot.storage.unit_of_work import SqlUnitOfWork, UnitsOfWork
from bot.transport import Wire
from core.actions.figures.recorded_figures import RecordedCase, last_recorded
from core.actions.rulebook.held_rulebooks import held_rulebooks
from core.actions.rulebook.take_edition import (
    Effect,
    faults_in_place,
    lose_edition,
    refuse_edition,
    take_edition,
)
from core.model.fault import Fault
from core.model.proposed_edition import EditionState, ProposedEdition
from core.rulebook.checked_text import PlacedFault, checked
from core.rulebook.compiled import CompiledRulebook

# so many faults are named in the chat; all of them are in a file then
MOST_NAMED: Final = 20
MOST_CASES: Final = 200
WAITING: Final = select(proposed_editions.c.id).where(
    proposed_editions.c.state.in_([EditionState.SENT, EditionState.APPROVED])
)
TYPES: Final = {"txt": TEXT, "xlsx": XLSX}


@dataclass(frozen=True, slots=True)
class Tried:
    """What there is to say of an edition in its place: its faults, or else what it would change."""

    faults: tuple[Fault, ...]
    effect: EffectFiles | None


class EditionReader:
    """The one of this process; `received` is rung when there may be something to read or to learn."""

    def __init__(
        self, wire: Wire, units: UnitsOfWork, clock: Clock, committed: Callable[[SqlUnitOfWork], None]
    ) -> None:
        self.received = Signal()
        self._wire = wire
        self._units = units
        self._clock = clock
        self._committed = committed
        self._patience = Patience()
        self._learnt: set[int] = set()

    async def run(self) -> None:
        """Read for ever; what is cut off is begun again after the next start."""
        while True:
            for proposal in await self._waiting():
                await (self._read(proposal) if proposal.state is EditionState.SENT else self._learn(proposal))
            await self.received.wait(self._patience.rest())

    async def _waiting(self) -> tuple[ProposedEdition, ...]:
        """What is to be read, and what holds and is not known here; texts are fetched only for these."""
        async with self._units.database.reading() as connection:
            found = [row[0] for row in await connection.execute(WAITING)]
            fresh = [one for one in found if one not in self._learnt]
            shelf = TableShelf(connection, proposed_editions, ProposedEdition)
            return await shelf.where(id=tuple(fresh)) if fresh else ()

    async def _learn(self, approved: ProposedEdition) -> None:
        rulebooks = self._units.surroundings.rulebooks
        rulebooks.learn(await asyncio.to_thread(rulebooks.compiled, approved.text))
        self._learnt.add(approved.id)

    async def _read(self, proposal: ProposedEdition) -> None:
        try:
            content = await self._wire.content_of(proposal.file_id)
            self._patience.succeeded(proposal.id)
        except TelegramError as fault:
            if self._patience.is_given_up(proposal.id, fault):
                async with self._units.open(self._clock.now()) as uow:
                    await lose_edition(proposal, uow=uow)
                self._committed(uow)
            return
        await self._check(proposal, content)

    async def _check(self, proposal: ProposedEdition, content: bytes) -> None:
        language = await self._language(proposal)
        try:
            text = content.decode("utf-8-sig")
        except UnicodeDecodeError:
            is_no_text = Fault("file", "is not UTF-8 text;", "allowed is a text of whole characters")
            await self._refuse(proposal, (fault_said(is_no_text, language),))
            return
        found = await asyncio.to_thread(checked, text, loss_kinds())
        if found.edition is None:
            await self._refuse(proposal, tuple(_said(found.faults, language)))
            return
        book = await asyncio.to_thread(self._units.surroundings.rulebooks.compiled, text)
        tried = await self._try(book, language)
        if tried.effect is None:
            await self._refuse(proposal, tuple(fault_said(fault, language) for fault in tried.faults))
        else:
            await self._take(proposal, book, text, tried.effect)

    async def _language(self, proposal: ProposedEdition) -> str:
        async with self._units.reading(self._clock.now()) as uow:
            return (await uow.persons.get(proposal.person_id)).language

    async def _try(self, book: CompiledRulebook, language: str) -> Tried:
        """What keeps it from following those that are there, else what it would change; nobody waits meanwhile."""
        at_hand = self._units.surroundings.rulebooks
        recorded: tuple[RecordedCase, ...] = ()
        async with self._units.reading(self._clock.now()) as uow:
            faults = faults_in_place(book, held_rulebooks(uow), uow)
            if not faults:
                recorded = await last_recorded(at_hand.carrying(book.id), MOST_CASES, uow=uow)
        faults = faults or tuple(await asyncio.to_thread(lambda: list(at_hand.joined_by(book).faults())))
        if faults:
            return Tried(faults, None)
        return Tried((), await asyncio.to_thread(effect_of, book, at_hand, recorded, language))

    async def _refuse(self, proposal: ProposedEdition, said: Sequence[str]) -> None:
        async with self._units.open(self._clock.now()) as uow:
            pieces: tuple[int, ...] = ()
            if len(said) > MOST_NAMED:
                content = "\n".join((*said, "")).encode()
                pieces = (await self._keep(f"{proposal.name}.txt", content, uow),)
            await refuse_edition(proposal, said[:MOST_NAMED], len(said), pieces, uow=uow)
        self._committed(uow)

    async def _take(
        self, proposal: ProposedEdition, book: CompiledRulebook, text: str, found: EffectFiles
    ) -> None:
        async with self._units.open(self._clock.now()) as uow:
            pieces = [await self._keep(name, content, uow) for name, content in found.files]
            effect = Effect(changes=found.changes, cases=found.cases, pieces=tuple(pieces))
            await take_edition(proposal, book, text, effect, uow=uow)
            reached(Point.FILE_READ)
        reached(Point.FILE_READ)
        self._committed(uow)

    async def _keep(self, name: str, content: bytes, uow: SqlUnitOfWork) -> int:
        folder = evidence_beside(uow.connection.engine.url)
        papers = TypesetPapers(folder, uow.evidence, uow.messages.wording, uow.company, uow.now)
        return (await papers.keep(name, TYPES[name.rpartition(".")[2]], content)).id


def _said(faults: Sequence[PlacedFault], language: str) -> Iterator[str]:
    for placed in faults:
        said = fault_said(placed.fault, language)
        yield said if placed.line is None else f"{placed.line}: {said}"
