"""Enter the orders or the budget of a month."""

from dataclasses import replace
from typing import Final

from core.errors import NotAllowed
from core.model.decimal_text import NotADecimal, scaled
from core.model.log import LogRow
from core.model.money import FEN_PLACES
from core.model.month_figure import FigureKind, MonthFigure
from core.model.person import Person
from core.ports import UnitOfWork
from core.rights.action import Action
from core.rights.circumstances import Circumstances
from core.rights.may import check_right, may

_ACTIONS: Final = {FigureKind.ORDERS: Action.ENTER_ORDERS, FigureKind.BUDGET: Action.ENTER_BUDGET}
_PLACES: Final = {FigureKind.ORDERS: 0, FigureKind.BUDGET: FEN_PLACES}
_EXAMPLES: Final = {FigureKind.ORDERS: "1200", FigureKind.BUDGET: "50000.00"}


def may_enter(site: str, actor: Person) -> tuple[FigureKind, ...]:
    """What of that site's months the person may enter."""
    return tuple(kind for kind in FigureKind if may(_ACTIONS[kind], actor, Circumstances(site=site)))


def check_may_enter(kind: FigureKind, site: str, actor: Person) -> None:
    """NotThisPerson unless it is theirs to enter."""
    check_right(_ACTIONS[kind], actor, Circumstances(site=site))


async def enter_month_figure(
    kind: FigureKind, site: str, month: str, said: str, *, actor: Person, uow: UnitOfWork
) -> MonthFigure:
    """Keep it in the place of an earlier one; NotAllowed for what is no number."""
    check_may_enter(kind, site, actor)
    value = _value(kind, said)
    entry = MonthFigure(
        site=site, month=month, kind=kind, value=value, entered_by=actor.id, entered_at=uow.now
    )
    known = await uow.month_figures.one(site=site, month=month, kind=kind)
    entry = (
        await uow.month_figures.put(replace(entry, id=known.id))
        if known
        else await uow.month_figures.add(entry)
    )
    facts = {
        "kind": kind.value,
        "site": site,
        "month": month,
        "value": value,
        "before": known and known.value,
    }
    await uow.log.write(LogRow(act="month_figure_entered", actor_id=actor.id, facts=facts))
    return entry


def _value(kind: FigureKind, said: str) -> int:
    plain = said.strip().replace(",", "").replace("，", "")
    try:
        return scaled(plain, _PLACES[kind])
    except NotADecimal:
        raise NotAllowed("figure_not_whole", said=said[:40], example=_EXAMPLES[kind]) from None
