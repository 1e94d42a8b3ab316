"""Conditions: small tables whose subject key says what they test; a list means all of them."""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Discriminator, StrictBool, StrictInt, Tag

from core.rulebook.chapter import Chapter, Field, Id, Ids, Path, as_list


def _written_out(figure: object) -> object:
    if isinstance(figure, bool) or not isinstance(figure, (str, int)):
        raise ValueError("a bound is a figure written out, such as '500.00' or 3")  # noqa: TRY004 - pydantic gathers ValueErrors
    return figure


Bound = Annotated[str | StrictInt, BeforeValidator(_written_out)]
"""A figure in the words of its fact."""


class Bounds(Chapter):
    """Bounds in four words: over and below exclude the figure, from and to include it."""

    over: Bound | None = None
    from_: Annotated[Bound | None, Field(alias="from")] = None
    below: Bound | None = None
    to: Bound | None = None

    @property
    def written(self) -> dict[str, str | int]:
        """The bounds that the table writes, by their word."""
        words = {"over": self.over, "from": self.from_, "below": self.below, "to": self.to}
        return {word: figure for word, figure in words.items() if figure is not None}


class Within(Chapter):
    """Not later than so many days or months after another date, the last day included."""

    of: Path
    months: Annotated[StrictInt | None, Field(gt=0)] = None
    days: Annotated[StrictInt | None, Field(gt=0)] = None


class FactTest(Bounds):
    """Tests a fact, a field of a record, a field of a person, or the day of the incident (`occurred_on`).

    `after` and `within` look at another date; of two dates the later day is after the earlier.
    """

    fact: Path
    is_: Annotated[StrictBool | str | StrictInt | None, Field(alias="is")] = None
    in_: Annotated[tuple[str | StrictInt, ...] | None, Field(alias="in", min_length=1)] = None
    has: str | None = None
    given: StrictBool | None = None
    after: Path | None = None
    within: Within | None = None


class LossTest(Bounds):
    """Tests the sum of the direct losses, or of some kinds, without others."""

    loss: Literal["direct"] | tuple[Id, ...]
    without: Ids = ()


class GradeTest(Chapter):
    """Tests the grade that was found."""

    grade: Ids
    and_graver: StrictBool = False


class PeopleTest(Bounds):
    """Tests how many people are named in a role."""

    people: Id


class SettingTest(Chapter):
    """Tests the value of a setting."""

    setting: Id
    in_: Annotated[tuple[str, ...], Field(alias="in", min_length=1)]


class HoldsTest(Chapter):
    """Tests a condition of the chapter `conditions` by its name."""

    holds: Id


class AllTest(Chapter):
    """Holds when every one of these holds; one that does not hold outweighs an unknown one."""

    all: "Conditions"


class AnyTest(Chapter):
    """Holds when one of these holds; one that holds outweighs an unknown one."""

    any: "Conditions"


class NotTest(Chapter):
    """Holds when the other does not; the contrary of unknown is unknown."""

    not_: Annotated["Condition", Field(alias="not")]


SUBJECTS = ("fact", "loss", "grade", "people", "setting", "holds", "all", "any", "not")
"""The keys that tell one condition from another."""


def _subject(table: object) -> str | None:
    found = [subject for subject in SUBJECTS if isinstance(table, dict) and subject in table]
    return found[0] if len(found) == 1 else None


Condition = Annotated[
    Annotated[FactTest, Tag("fact")]
    | Annotated[LossTest, Tag("loss")]
    | Annotated[GradeTest, Tag("grade")]
    | Annotated[PeopleTest, Tag("people")]
    | Annotated[SettingTest, Tag("setting")]
    | Annotated[HoldsTest, Tag("holds")]
    | Annotated[AllTest, Tag("all")]
    | Annotated[AnyTest, Tag("any")]
    | Annotated[NotTest, Tag("not")],
    Discriminator(
        _subject,
        custom_error_type="condition",
        custom_error_message="a condition has exactly one of the subjects fact, loss, grade, people, setting, holds, all, any, not",
    ),
]
"""One test."""

Conditions = Annotated[tuple[Condition, ...], BeforeValidator(as_list), Field(min_length=1)]
"""One test, or several of which all must hold."""

When = Annotated[tuple[Condition, ...], BeforeValidator(as_list)]
"""The condition of a rule; nothing written means always."""

for _model in (AllTest, AnyTest, NotTest):
    _model.model_rebuild()
