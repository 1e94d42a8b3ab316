"""The chapter that turns hours and units into losses, and what counts as a direct loss by a reading."""

from typing import Annotated, Literal

from pydantic import Discriminator, Tag

from core.rulebook.chapter import Chapter, Clause, Decimal, Id, Ids, Path, Yuan
from core.rulebook.conditions import When
from core.rulebook.figures import FromFact, FromSetting

Price = Annotated[
    Annotated[Yuan, Tag("literal")] | Annotated[FromSetting, Tag("setting")],
    Discriminator(
        lambda value: "literal" if isinstance(value, str) else "setting",
    ),
]


class Pricing(Chapter):
    """Quantity times price for one loss kind; the first row that the length (metres) reaches."""

    kind: Literal["hours"] = "hours"
    clause: Clause
    loss: Id
    quantity: Literal["person_hours", "vehicle_hours"]
    price: Price
    length_from: Decimal | None = None


class UnitPricing(Chapter):
    """Units of a record times their price, as a loss of one kind.

    `allowance_rate` of `allowance_of`, cut to whole units, is not counted; where `whole` holds, one unit above
    it makes all of them count. The quantities are counts of the record `each`.
    """

    kind: Literal["units"]
    clause: Clause
    each: Id
    loss: Id
    quantity: Path
    price: FromFact
    allowance_of: Path
    allowance_rate: FromFact
    whole: When = ()
    reading: str | None = None


AnyPricing = Annotated[
    Annotated[Pricing, Tag("hours")] | Annotated[UnitPricing, Tag("units")],
    Discriminator(lambda value: value.get("kind", "hours") if isinstance(value, dict) else value.kind),
]


class Counted(Chapter):
    """Loss kinds whose counting as direct loss rests on a reading."""

    clause: Clause
    loss: Ids
    reading: str
