"""A dispute with the customer goes on to another stage, or ends."""

from dataclasses import replace

from core.actions.remedy.keep_remedy import keep_remedy
from core.actions.remedy.read_remedy import read_remedy
from core.errors import NoSuchThing, NotAllowed
from core.model.person import Person
from core.model.remedy import Dispute, RemedyState
from core.ports import UnitOfWork
from core.rules.remedy.remedy_file import RemedyFile
from core.rules.remedy.remedy_rights import check_lead


async def move_dispute(case_id: int, version: int, to: str, *, actor: Person, uow: UnitOfWork) -> RemedyFile:
    """The plan with its dispute there; a lawsuit needs no talks before it.

    NotAllowed for mediation once the amount is agreed; NoSuchThing for a stage that is none.
    """
    file = await read_remedy(case_id, actor=actor, uow=uow)
    check_lead(file, actor, version)
    if to not in list(Dispute) or Dispute(to) in (Dispute.NONE, file.remedy.dispute):
        raise NoSuchThing("thing_unknown")
    if Dispute(to) is Dispute.SETTLED and not file.remedy.dispute.is_open:
        raise NoSuchThing("thing_unknown")
    if Dispute(to) is Dispute.MEDIATION and file.remedy.state in (
        RemedyState.AGREED,
        RemedyState.CARRIED_OUT,
    ):
        raise NotAllowed("mediation_too_late", number=file.case.number)
    moved = replace(file.remedy, dispute=Dispute(to), dispute_since=uow.now)
    return await keep_remedy(moved, "dispute_moved", actor=actor, uow=uow, dispute=to)
