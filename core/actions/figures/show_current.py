"""Show a person the card that waits for them now, if any does."""

from collections.abc import Iterator
from dataclasses import replace

from core.actions.figures.read_figures import read_figures
from core.model.assessment import Assessment
from core.model.case import Stage
from core.model.dossier import Dossier
from core.model.message import Message
from core.model.person import Person
from core.ports import UnitOfWork
from core.rules.figures.approval_chain import next_step
from core.rules.figures.entitled import readers_at
from core.rules.figures.who_approves import who_may_pass
from core.rules.figures.who_confirms import departments_named
from core.screens.approval import approval_card
from core.screens.confirmation import confirmation_card


async def show_current(dossier: Dossier, *, actor: Person, uow: UnitOfWork) -> bool:
    """Queue the actor's cards on the present figures, each as a message of its own; False if none waits."""
    figures = await read_figures(dossier.case.id, dossier.case.version, uow=uow)
    cards = tuple(_cards(dossier, figures, actor)) if figures else ()
    for card in cards:
        await uow.outbox.tell(actor, replace(card, is_moved=True))
    return bool(cards)


def _cards(dossier: Dossier, figures: Assessment, actor: Person) -> Iterator[Message]:
    """The actor's desks while confirming, their step while approving."""
    if dossier.case.stage is Stage.CONFIRMING:
        for department in departments_named(dossier):
            if actor.id in {person.id for person in readers_at(department, dossier)}:
                yield confirmation_card(department, dossier, figures, actor)
    asked = next_step(dossier, figures) if dossier.case.stage is Stage.APPROVING else None
    if asked and actor.id in {person.id for person in who_may_pass(asked, dossier)}:
        yield approval_card(asked, dossier, figures, actor)
