"""Whether a person's part in a case counts earlier ones, so that it must be looked at when one of those falls away."""

from core.model.party import Party
from core.rulebook.edition import Edition

_COUNT = "count"


def counts_earlier(party: Party, edition: Edition) -> bool:
    """Whether any number that the edition asks of a person (earlier incidents) is more than none."""
    counted = (name for name, field in edition.person.items() if field.type == _COUNT)
    return any(_number(party.details.get(name)) > 0 for name in counted)


def _number(value: object) -> int:
    text = str(value or 0)
    return int(text) if text.isdecimal() else 0
