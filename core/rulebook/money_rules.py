"""The chapters that turn a loss into amounts: pricing, bases, splits, charges, adjustments."""

from typing import Annotated, Literal

from pydantic import Discriminator, StrictBool, Tag

from core.rulebook.chapter import Chapter, Clause, Decimal, Field, Id, Ids, Path, Points, Rate, Yuan
from core.rulebook.conditions import When
from core.rulebook.figures import AmountFigure, FromSetting, RateFigure

Price = Annotated[
    Annotated[Yuan, Tag("literal")] | Annotated[FromSetting, Tag("setting")],
    Discriminator(
        lambda value: "literal" if isinstance(value, str) else "setting",
    ),
]


class Pricing(Chapter):
    """Quantity times price for one loss kind; the first row that the length (metres) reaches."""

    clause: Clause
    loss: Id
    quantity: Literal["person_hours", "vehicle_hours"]
    price: Price
    length_from: Decimal | None = None


class Counted(Chapter):
    """Loss kinds whose counting as direct loss rests on a reading."""

    clause: Clause
    loss: Ids
    reading: str


class Base(Chapter):
    """What rates apply to: the sum of some loss kinds, or what a fact says. The first row that holds."""

    clause: Clause
    when: When = ()
    loss: Literal["direct"] | tuple[Id, ...] | None = None
    fact: Path | None = None
    decided_by: Id | None = None


class Split(Chapter):
    """The base among departments, or a pool among people. The first row that holds.

    `shares` by fault or role are equal (or weighted) inside; "entered" shares must total 100 percent and are
    the work of `by`. `alone` is false where even a single party waits for the decision; of a fault in
    `single` only one department may stand.
    """

    clause: Clause
    when: When = ()
    over: Literal["departments", "people"]
    among: Ids
    shares: Literal["entered"] | dict[Id, Rate]
    by: Id | None = None
    alone: StrictBool = True
    single: Ids = ()
    parts_reading: str | None = None
    group_reading: str | None = None


class Of(Chapter):
    """What a rate applies to instead of the base: what people of another role pay.

    `chain`: for each next person in the order named, what the person before pays.
    """

    amounts_of: Id
    chain: StrictBool = False


class RateCharge(Chapter):
    """A rate of the person's part of the base, or of what another role pays."""

    kind: Literal["rate"]
    clause: Clause
    roles: Ids
    rate: RateFigure
    when: When = ()
    of: Of | None = None
    only: Literal["all", "first"] = "all"
    cap: Yuan | None = None
    floor: Yuan | None = None
    cap_reading: str | None = None
    floor_reading: str | None = None
    effect: Literal["compensation", "fine", "reward"] = "compensation"
    account: Id | None = None
    reading: str | None = None
    chain_reading: str | None = None
    several_reading: str | None = None
    legal_review: When = ()


class ShareCharge(Chapter):
    """The person's share of base times rate by the split over people; the parts add up."""

    kind: Literal["share"]
    clause: Clause
    roles: Ids
    rate: Rate
    when: When = ()
    effect: Literal["compensation", "fine", "reward"] = "compensation"
    account: Id | None = None
    reading: str | None = None


class FixedCharge(Chapter):
    """An amount for each person, or once for all of the role together."""

    kind: Literal["fixed"]
    clause: Clause
    roles: Ids
    amount: AmountFigure
    when: When = ()
    per: Literal["person", "group"] = "person"
    times: Path | None = None
    combine: Literal["add", "raise_to"] = "add"
    effect: Literal["compensation", "fine", "reward"] = "compensation"
    account: Id | None = None
    reading: str | None = None
    legal_review: StrictBool = False


Charge = Annotated[RateCharge | ShareCharge | FixedCharge, Field(discriminator="kind")]


class PointsAdjustment(Chapter):
    """Percentage points on a rate, once or for each counted thing; `whose` takes the highest count there."""

    kind: Literal["points"]
    clause: Clause
    roles: Ids
    points: Points
    when: When = ()
    each: Path | None = None
    whose: Id | None = None
    reading: str | None = None


class FactorAdjustment(Chapter):
    """A multiplier by a field of the person; who has none takes none."""

    kind: Literal["factor"]
    clause: Clause
    roles: Ids
    by: Path
    factors: dict[str, Decimal]
    when: When = ()
    reading: str | None = None


Adjustment = Annotated[PointsAdjustment | FactorAdjustment, Field(discriminator="kind")]
