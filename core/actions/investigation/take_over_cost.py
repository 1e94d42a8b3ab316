"""The investigator takes over as a loss what the remedy of the case has really cost."""

from core.actions.case.open_for_change import open_for_change
from core.actions.investigation.add_loss import add_loss
from core.actions.remedy.read_costs import read_costs
from core.errors import NoSuchThing
from core.model.dossier import Dossier
from core.model.person import Person
from core.ports import UnitOfWork
from core.rules.remedy.costs_as_losses import RemedyCost


async def open_cost(
    case_id: int, undertaking_id: int, cost_class: str, *, actor: Person, uow: UnitOfWork
) -> tuple[Dossier, RemedyCost]:
    """The case and that cost, for whoever may enter losses now; NoSuchThing if nothing of that class was spent."""
    dossier = await open_for_change(case_id, actor=actor, uow=uow)
    for one in await read_costs(dossier, uow=uow):
        if one.undertaking.id == undertaking_id and one.cost_class.value == cost_class:
            return dossier, one
    raise NoSuchThing("thing_unknown")


async def take_over_cost(
    case_id: int, undertaking_id: int, cost_class: str, kind: str, *, actor: Person, uow: UnitOfWork
) -> Dossier:
    """Enter it as that kind of loss, with its source; what is entered already is brought to the same amount.

    An item of the same amount that was typed by hand is tied to it, and none is added. A second tap changes nothing.
    """
    dossier, one = await open_cost(case_id, undertaking_id, cost_class, actor=actor, uow=uow)
    if not one.is_open:
        return dossier
    if one.place is None and kind not in one.kinds:
        raise NoSuchThing("thing_unknown")
    kind = kind if one.place is None else str(dossier.case.losses[one.place]["kind"])
    return await add_loss(case_id, one.as_item(kind), actor=actor, uow=uow, instead_of=one.place)
