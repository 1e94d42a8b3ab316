"""Loss items: the list, the kinds to choose from, and the question for an amount or hours."""

from collections.abc import Mapping, Sequence

from core.model.dossier import Dossier
from core.model.message import Button, Message
from core.model.money import Money
from core.rules.remedy.costs_as_losses import RemedyCost
from core.screens.case_head import case_head
from core.screens.investigation import back_to_case
from core.screens.picks import in_rows
from core.screens.remedy_costs import costs_listed, costs_taken


def losses_screen(
    dossier: Dossier,
    kinds: Mapping[str, str],
    priced: Mapping[int, Money],
    costs: Sequence[RemedyCost] = (),
    *,
    has_more: bool,
) -> Message:
    """The items with a button each to change them, and the kinds of new ones; `priced` are their amounts by place.

    `costs` are what the remedy has really cost: those that are not among the items have a button each.
    """
    case = dossier.case
    items = tuple({"item": loss, "amount": priced.get(place)} for place, loss in enumerate(case.losses))
    edits = (
        Button("", "loss_open", case.id, case.version, str(place), text=f"✏️ {place + 1}")
        for place in range(len(case.losses))
    )
    new = (Button("", "loss_new", case.id, case.version, kind, text=word) for kind, word in kinds.items())
    more = (Button("other_losses", "losses", case.id, case.version, "all"),) if has_more else ()
    return Message(
        template="losses_listed",
        data={**case_head(dossier), "items": items, **costs_listed(costs)},
        rows=(
            *costs_taken(dossier, costs),
            *in_rows(new, 2),
            *in_rows(edits, 5),
            (*more, back_to_case(dossier)),
        ),
    )


def loss_screen(dossier: Dossier, place: int) -> Message:
    """One item: change its amount, or take it away."""
    case = dossier.case
    item = case.losses[place]
    return Message(
        template="loss_opened",
        data=case_head(dossier) | {"item": item, "place": place + 1},
        rows=(
            (
                Button("change_amount", "loss_new", case.id, case.version, f"{item['kind']}:{place}"),
                Button("remove", "loss_remove", case.id, case.version, str(place)),
            ),
            (Button("back", "losses", case.id, case.version),),
        ),
    )


def loss_asked(
    dossier: Dossier,
    kind: str,
    *,
    place: str = "",
    told: Sequence[Money] = (),
    is_unreadable: bool = False,
) -> Message:
    """How much, or how many hours; amounts that were `told` in the case are offered, for the item at `place` if any."""
    case = dossier.case
    amounts = tuple(
        Button("", "loss_told", case.id, case.version, f"{kind}:{place}:{amount}", text=str(amount))
        for amount in told
    )
    return Message(
        template="loss_asked",
        data=case_head(dossier) | {"kind": kind, "is_unreadable": is_unreadable, "has_told": bool(told)},
        rows=(*in_rows(amounts, 2), (Button("back", "losses", case.id, case.version),)),
    )
