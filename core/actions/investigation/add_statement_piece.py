"""A named person shows something with their statement."""

from dataclasses import replace

from core.actions.case.tell_in_charge import tell_in_charge
from core.model.evidence import Evidence, Holder
from core.model.log import LogRow
from core.model.person import Person
from core.ports import UnitOfWork
from core.rights.action import Action
from core.rights.circumstances import NOWHERE
from core.rights.may import check_theirs
from core.rights.tie import Tie
from core.screens.statement import statement_shown


async def add_statement_piece(
    piece: Evidence, statement_id: int, *, actor: Person, uow: UnitOfWork
) -> Evidence:
    """Keep the piece with the actor's own statement."""
    statement = await uow.statements.get(statement_id)
    check_theirs(Action.STATE, actor, NOWHERE.tied(Tie.NAMED, (statement.person_id,)))
    shown = replace(piece, holder=Holder.STATEMENT, holder_id=statement_id)
    kept = await (uow.evidence.put(shown) if piece.id else uow.evidence.add(shown))
    await uow.log.write(
        LogRow(
            act="statement_shown",
            case_id=statement.case_id,
            actor_id=actor.id,
            facts={"statement": statement_id, "evidence": kept.id},
        )
    )
    case = await uow.cases.get(statement.case_id)
    owner = await uow.persons.find(case.owner_id or 0)
    if owner is not None:
        await tell_in_charge(owner, statement_shown(case, actor, kept), case, uow=uow)
    return kept
