"""An admin sends an edition of a rulebook: where the file lies is kept until it is read."""

from typing import Final

from core.errors import NotAllowed
from core.model.log import LogRow
from core.model.person import Person
from core.model.proposed_edition import ProposedEdition
from core.ports import UnitOfWork
from core.rights.action import Action
from core.rights.circumstances import NOWHERE
from core.rights.may import check_right

# several times the longest rulebook that ships
MOST_BYTES: Final = 1024 * 1024
_KIND: Final = ".toml"


def check_may_send(actor: Person) -> None:
    """NotThisPerson for anybody but admins."""
    check_right(Action.PROPOSE_RULEBOOK, actor, NOWHERE)


async def send_edition(sent: ProposedEdition, *, actor: Person, uow: UnitOfWork) -> ProposedEdition:
    """Note where the file lies; it is read a moment later. NotAllowed for another kind of file, or one too big."""
    check_may_send(actor)
    if not sent.name.lower().endswith(_KIND):
        raise NotAllowed("edition_kind", name=sent.name)
    if sent.size > MOST_BYTES:
        raise NotAllowed("edition_too_big", most=MOST_BYTES // 1024)
    kept = await uow.proposed_editions.add(sent)
    facts = {"proposal": kept.id, "size": kept.size}
    await uow.log.write(LogRow(act="edition_sent", actor_id=actor.id, facts=facts))
    return kept
