"""Figures: literals, ranges in which a person chooses, or what a setting or a fact gives."""

from typing import Annotated

from pydantic import Discriminator, Tag

from core.rulebook.chapter import Chapter, Field, Id, Path, Rate, Yuan


class RateRange(Chapter):
    """A person chooses a rate inside the range, both ends included, and gives a reason."""

    from_: Annotated[Rate, Field(alias="from")]
    to: Rate
    by: Id


class AmountRange(Chapter):
    """A person chooses an amount inside the range; `at` is the fact that carries the choice."""

    from_: Annotated[Yuan, Field(alias="from")]
    to: Yuan
    by: Id
    at: Path


class FromSetting(Chapter):
    """The regulation leaves the figure out; a setting fills it; of a table the cell of the case and the role."""

    setting: Id


class FromFact(Chapter):
    """The figure is a fact of the case or of the person."""

    fact: Path


def _source(table: object) -> str | None:
    if isinstance(table, str):
        return "literal"
    found = [key for key in ("from", "setting", "fact") if isinstance(table, dict) and key in table]
    return found[0] if len(found) == 1 else None


RateFigure = Annotated[
    Annotated[Rate, Tag("literal")]
    | Annotated[RateRange, Tag("from")]
    | Annotated[FromSetting, Tag("setting")],
    Discriminator(
        _source,
        custom_error_type="rate",
        custom_error_message="a rate is '40%', a range {from, to, by}, or {setting}",
    ),
]
AmountFigure = Annotated[
    Annotated[Yuan, Tag("literal")]
    | Annotated[AmountRange, Tag("from")]
    | Annotated[FromSetting, Tag("setting")]
    | Annotated[FromFact, Tag("fact")],
    Discriminator(
        _source,
        custom_error_type="amount",
        custom_error_message="an amount is '10.00', a range {from, to, by, at}, {setting} or {fact}",
    ),
]
