"""A supervisor who is a party presses: the press is what they say for themselves, and decides nothing."""

from core.actions.investigation.make_statement import make_statement
from core.model.dossier import Dossier
from core.model.person import Person
from core.ports import UnitOfWork
from core.rules.figures.desk_rights import Said

PRESSED = "@"


async def speak_by_press(dossier: Dossier, pressed: str, *, actor: Person, uow: UnitOfWork) -> Said:
    """Record the press as a statement, once, and say if it was there already.

    Its text is `@` and the button's key: it is said in the words of whoever reads it.
    """
    text = f"{PRESSED}{pressed}"
    said = {statement.text for statement in dossier.statements if statement.person_id == actor.id}
    if text in said:
        return Said.ALREADY
    await make_statement(dossier.case.id, text, actor=actor, uow=uow)
    return Said.AS_PARTY
