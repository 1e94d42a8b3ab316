"""The investigator enters, changes and removes loss items."""

from collections.abc import Mapping
from enum import StrEnum

from core.actions.case.open_dossier import open_dossier
from core.actions.investigation.add_loss import add_loss
from core.actions.investigation.remove_loss import remove_loss
from core.actions.investigation.take_over_cost import open_cost, take_over_cost
from core.errors import NoSuchThing, NotAllowed
from core.model.dossier import Dossier
from core.model.message import Message
from core.rules.case.kinds_of_loss import ALL_KINDS, PRICED
from core.rules.typed.amounts_told import amounts_told
from core.rules.typed.loss_text import loss_in
from core.screens.losses import loss_asked, loss_screen
from core.screens.remedy_costs import cost_kind_asked
from handlers.case_turn import pieces_of
from handlers.loss_turn import listed_losses
from handlers.numbers import number_in
from handlers.preview import case_in, own_dossier
from handlers.routes import Routes
from handlers.turn import Turn


class Step(StrEnum):
    """What the investigator is being asked."""

    AMOUNT = "loss_amount"


async def losses_opened(turn: Turn) -> None:
    """Show the items, and the kinds the rulebook speaks of, or all."""
    dossier = await own_dossier(turn)
    await turn.settle()
    await turn.redraw(await listed_losses(turn, dossier, every=turn.press.arg == "all"))


async def loss_opened(turn: Turn) -> None:
    """Show one item."""
    dossier = await own_dossier(turn)
    place = number_in(turn.press.arg)
    if place >= len(dossier.case.losses):
        raise NoSuchThing("loss_unknown", number=dossier.case.number)
    await turn.redraw(loss_screen(dossier, place))


async def loss_kind_pressed(turn: Turn) -> None:
    """Ask for the amount or the hours."""
    dossier = await own_dossier(turn)
    kind, _, place = turn.press.arg.partition(":")
    if kind not in ALL_KINDS:
        raise NoSuchThing("thing_unknown")
    asked = await _asked(turn, dossier, kind, place)
    await turn.ask(Step.AMOUNT, asked, case_id=dossier.case.id, kind=kind, place=place)


async def _asked(
    turn: Turn, dossier: Dossier, kind: str, place: str, *, is_unreadable: bool = False
) -> Message:
    case = dossier.case
    pieces = () if kind in PRICED else await pieces_of(turn, case)
    told = amounts_told((case.demand, case.happened, *(piece.text for piece in pieces)))
    return loss_asked(
        dossier, kind, place=place, told=() if kind in PRICED else told, is_unreadable=is_unreadable
    )


async def loss_typed(turn: Turn) -> None:
    """Record the item; what cannot be read is asked again."""
    kind, place = turn.asked("kind"), turn.asked("place")
    try:
        loss = loss_in(kind, turn.words)
    except NotAllowed:
        dossier = await open_dossier(case_in(turn), uow=turn.uow)
        await turn.reply.say(await _asked(turn, dossier, kind, place, is_unreadable=True))
        return
    dossier = await _entered(turn, case_in(turn), loss, place)
    await turn.settle()
    await turn.reply.say(await listed_losses(turn, dossier))


async def amount_pressed(turn: Turn) -> None:
    """An amount that was named in the case is the loss."""
    kind, _, rest = turn.press.arg.partition(":")
    place, _, amount = rest.partition(":")
    if kind in PRICED:
        raise NoSuchThing("thing_unknown")
    dossier = await _entered(turn, turn.press.id, loss_in(kind, amount), place)
    await turn.settle()
    await turn.redraw(await listed_losses(turn, dossier))


async def _entered(turn: Turn, case_id: int, loss: Mapping[str, object], place: str) -> Dossier:
    instead_of = number_in(place) if place else None
    return await add_loss(case_id, loss, actor=turn.actor, uow=turn.uow, instead_of=instead_of)


async def loss_removed(turn: Turn) -> None:
    """Take the item away."""
    press = turn.press
    dossier = await remove_loss(press.id, press.version, number_in(press.arg), actor=turn.actor, uow=turn.uow)
    await turn.redraw(await listed_losses(turn, dossier))


async def cost_pressed(turn: Turn) -> None:
    """Take over what the remedy has cost; ask first as which loss, where it can be several."""
    press = turn.press
    part, cost_class, place = (*press.arg.split(":"), "", "")[:3]
    dossier, one = await open_cost(press.id, number_in(part), cost_class, actor=turn.actor, uow=turn.uow)
    if not place:
        language = turn.actor.language
        words = [dossier.glossary.loss(kind).in_language(language) for kind in one.kinds]
        await turn.redraw(cost_kind_asked(dossier, one, words))
        return
    kind = dict(enumerate(one.kinds)).get(number_in(place), "")
    dossier = await take_over_cost(
        press.id, number_in(part), cost_class, kind, actor=turn.actor, uow=turn.uow
    )
    await turn.redraw(await listed_losses(turn, dossier))


def handlers() -> Routes:
    """What this module answers."""
    return Routes(
        presses={
            "losses": losses_opened,
            "loss_open": loss_opened,
            "loss_new": loss_kind_pressed,
            "loss_told": amount_pressed,
            "loss_remove": loss_removed,
            "loss_cost": cost_pressed,
        },
        steps={Step.AMOUNT: loss_typed},
    )
