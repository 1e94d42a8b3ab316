"""Put what a draft holds into the statement of whoever sent it."""

from dataclasses import replace

from core.actions.investigation.add_statement_piece import add_statement_piece
from core.actions.investigation.make_statement import make_statement
from core.errors import NoSuchThing
from core.model.draft import Draft, DraftState
from core.model.evidence import Holder
from core.model.party import Statement
from core.model.person import Person
from core.ports import UnitOfWork


async def merge_into_statement(draft: Draft, case_id: int, *, actor: Person, uow: UnitOfWork) -> Statement:
    """Words and files become the actor's statement in that case.

    NotThisPerson unless they are named in it, WrongStage once it is decided, NoSuchThing if the draft is empty.
    """
    pieces = await uow.evidence.where(holder=Holder.DRAFT, holder_id=draft.id)
    if not pieces:
        raise NoSuchThing("thing_unknown")
    words = "\n".join(piece.text for piece in pieces if piece.text)
    statement = await make_statement(case_id, words, actor=actor, uow=uow)
    for piece in pieces:
        if piece.file_id:
            await add_statement_piece(replace(piece, text=""), statement.id, actor=actor, uow=uow)
    await uow.drafts.put(replace(draft, state=DraftState.JOINED, case_id=case_id, version=draft.version + 1))
    return statement
