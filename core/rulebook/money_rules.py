"""The chapters that turn a loss into amounts: bases, splits, charges, adjustments."""

from typing import Annotated, Literal

from pydantic import Discriminator, StrictBool, Tag

from core.model.label import Label
from core.rulebook.chapter import Chapter, Clause, Decimal, Field, Id, Ids, Path, Paths, Points, Rate, Yuan
from core.rulebook.conditions import When
from core.rulebook.figures import AmountFigure, FromFact, FromSetting, RateFigure


def _kind_of_shares(value: object) -> str:
    if isinstance(value, dict):
        return "setting" if "setting" in value else "fixed"
    return "setting" if isinstance(value, FromSetting) else "entered"


class Base(Chapter):
    """What rates apply to: the sum of some loss kinds, or what a fact says. The first row that holds."""

    clause: Clause
    when: When = ()
    loss: Literal["direct"] | tuple[Id, ...] | None = None
    fact: Path | None = None
    decided_by: Id | None = None


Shares = Annotated[
    Annotated[Literal["entered"], Tag("entered")]
    | Annotated[FromSetting, Tag("setting")]
    | Annotated[dict[Id, Rate], Tag("fixed")],
    Discriminator(_kind_of_shares),
]


class Split(Chapter):
    """The base among departments, or a pool among people. The first row that holds.

    `shares` by fault or role are equal (or weighted) inside, and so are those of a setting that is a table; "entered"
    shares must total 100 percent and are the work of `by`. `result` says in words who is liable. `alone` is false where
    even a single party waits for the decision; of a fault in `single` only one department may stand.
    """

    clause: Clause
    when: When = ()
    over: Literal["departments", "people"]
    among: Ids
    shares: Shares
    result: Label | None = None
    by: Id | None = None
    alone: StrictBool = True
    single: Ids = ()
    reading: str | None = None
    parts_reading: str | None = None
    group_reading: str | None = None


class Of(Chapter):
    """What a rate applies to instead of the base: what people of another role pay.

    `chain`: for each next person in the order named, what the person before pays.
    """

    amounts_of: Id
    chain: StrictBool = False


OfWhat = Annotated[
    Annotated[Of, Tag("amounts_of")] | Annotated[FromFact, Tag("fact")],
    Discriminator(lambda value: "fact" if isinstance(value, FromFact) or "fact" in value else "amounts_of"),
]
"""What a rate applies to instead of the base."""


class RateCharge(Chapter):
    """A rate of the person's part of the base, of a fact (an amount), or of what another role pays."""

    kind: Literal["rate"]
    clause: Clause
    roles: Ids
    rate: RateFigure
    when: When = ()
    of: OfWhat | None = None
    only: Literal["all", "first"] = "all"
    cap: Yuan | None = None
    floor: Yuan | None = None
    cap_reading: str | None = None
    floor_reading: str | None = None
    effect: Literal["compensation", "fine", "reward"] = "compensation"
    account: Id | None = None
    reading: str | None = None
    chain_reading: str | None = None
    clamp_reading: str | None = None
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
    """An amount for each person, or once for all of the role together; `times` sums up what is counted.

    `combine`: add it, raise what is paid to it, or charge nobody twice under this clause.
    """

    kind: Literal["fixed"]
    clause: Clause
    roles: Ids
    amount: AmountFigure
    when: When = ()
    per: Literal["person", "group"] = "person"
    times: Paths = ()
    combine: Literal["add", "raise_to", "once"] = "add"
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
