"""All facts of an edition under flat names: `event`, `vehicle.repair`, `person.level`."""

from collections.abc import Mapping
from typing import Final

from core.model.money import Money
from core.model.rate import millionths, percent
from core.rulebook.edition import Edition
from core.rulebook.vocabulary import FactField, RecordFact

Fields = Mapping[str, FactField | RecordFact]

EMPTY: Final[Mapping[str, bool | int]] = {"boolean": False, "waiver": False, "count": 0}
"""What an absent fact of these types is, unless the edition says that it is asked for."""


def flat_fields(edition: Edition) -> dict[str, FactField | RecordFact]:
    """Return every declared fact, field of a record and field of a person."""
    fields: dict[str, FactField | RecordFact] = {}
    for name, fact in edition.facts.items():
        fields[name] = fact
        if isinstance(fact, RecordFact):
            fields.update({f"{name}.{part}": field for part, field in fact.fields.items()})
    fields.update({f"person.{name}": field for name, field in edition.person.items()})
    return fields


def value_if_absent(field: FactField | RecordFact) -> bool | int | str | None:
    """Return what an absent fact counts as; None where it has no value."""
    if isinstance(field, FactField) and field.default is not None:
        return field.default
    if field.if_absent == "ask":
        return None
    if field.if_absent == "no" and field.type in {"decimal", "money", "percent"}:
        return 0
    return EMPTY.get(field.type)


def figure(field_type: str, written: str | int) -> int:
    """Read a bound in the units of the fact: fen, millionths, or a plain count.

    Raises ValueError where the figure is not of that type.
    """
    if field_type == "count":
        return int(written)
    if field_type == "money":
        return Money.of(str(written)).fen
    if field_type == "percent":
        return percent(str(written).removesuffix("%"))
    return millionths(str(written))
