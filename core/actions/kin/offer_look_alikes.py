"""Offer somebody the cases that look like one of theirs; nothing is linked by itself."""

from dataclasses import replace

from core.actions.kin.ask_recurrence import asked_about
from core.actions.kin.read_kin import read_kin
from core.model.case import Case
from core.model.case_link import Likeness
from core.model.person import Person
from core.ports import UnitOfWork
from core.screens.kin import kin_screen


async def offer_look_alikes(
    case: Case, *, person: Person, uow: UnitOfWork, new: tuple[Likeness, ...] = tuple(Likeness)
) -> bool:
    """Show them, if there are any that the person may open and link, and one looks alike in a `new` way.

    A case of which it is being asked whether its fault came back is left out: one question of two cases is enough.
    """
    kin = await read_kin(case, reader=person, uow=uow)
    asked = await asked_about(case, (one.case for one in kin.alike), uow=uow)
    kin = replace(kin, alike=tuple(one for one in kin.alike if one.case.id not in asked))
    is_new = any(likeness in new for one in kin.alike for likeness in one.likeness)
    if is_new:
        await uow.outbox.tell(person, kin_screen(kin, uow.company, is_offered=True))
    return is_new
