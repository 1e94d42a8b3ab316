"""What the remedy of a case has really cost, under the losses: each with a button that takes it over."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from core.model.dossier import Dossier
from core.model.message import Button, Message
from core.rules.remedy.costs_as_losses import RemedyCost
from core.screens.case_head import case_head
from core.screens.picks import Rows, in_rows

_MOST_SHOWN: Final = 10


def costs_listed(costs: Sequence[RemedyCost]) -> dict[str, object]:
    """The first of them for the list, what is still to be entered before the rest, and how many more there are."""
    first = sorted(costs, key=lambda one: not one.is_open)[:_MOST_SHOWN]
    return {"costs": costs_said(first), "more_costs": len(costs) - len(first)}


def costs_said(costs: Iterable[RemedyCost]) -> tuple[Mapping[str, object], ...]:
    """Each as templates say it; `place` counts from 1."""
    return tuple(
        {
            "what": one.undertaking.what,
            "cost_class": one.cost_class,
            "amount": one.amount,
            "basis": one.basis,
            "proofs": one.proofs,
            "place": None if one.place is None else one.place + 1,
            "entered": one.entered,
            "is_typed": one.is_typed,
            "is_open": one.is_open,
        }
        for one in costs
    )


def costs_taken(dossier: Dossier, costs: Iterable[RemedyCost]) -> Rows:
    """The buttons: enter it, bring the item to its amount, or tie the item that was typed to it."""
    waiting = [one for one in costs if one.is_open]
    return in_rows((_taking(dossier, one) for one in waiting[:_MOST_SHOWN]), 2)


def cost_kind_asked(dossier: Dossier, one: RemedyCost, kinds: Sequence[str]) -> Message:
    """As which loss it counts, where the rulebook speaks of several that it can be; `kinds` are their words."""
    buttons = (_button(dossier, one, "", place, text=word) for place, word in enumerate(kinds))
    back = Button("back", "losses", dossier.case.id, dossier.case.version)
    return Message(
        template="cost_kind_asked",
        data=case_head(dossier) | {"one": costs_said((one,))[0]},
        rows=(*in_rows(buttons, 2), (back,)),
    )


def _taking(dossier: Dossier, one: RemedyCost) -> Button:
    if one.place is None:
        only = 0 if len(one.kinds) == 1 else None
        return _button(dossier, one, f"take_{one.cost_class}", only, text=str(one.amount))
    if one.is_typed:
        return _button(dossier, one, "tie_cost", 0, text=str(one.place + 1))
    return _button(dossier, one, "take_changed", 0, text=f"{one.place + 1} → {one.amount}")


def _button(dossier: Dossier, one: RemedyCost, label: str, kind: int | None, *, text: str) -> Button:
    """The kind is named by its place: a press has room for 64 bytes."""
    arg = f"{one.undertaking.id}:{one.cost_class}" + ("" if kind is None else f":{kind}")
    return Button(label, "loss_cost", dossier.case.id, dossier.case.version, arg, text=text)
