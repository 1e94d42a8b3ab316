"""What a rulebook asks about a case, and about a person named in it."""

from collections.abc import Mapping

from core.rulebook.compiled import CompiledRulebook
from core.rulebook.vocabulary import FactField

_KNOWN_FROM_STAFF = frozenset({"joined_on", "transferred_on"})


def asked_facts(rulebook: CompiledRulebook) -> Mapping[str, FactField]:
    """The facts of the case that its rules read, records by their fields, in the order of the file."""
    return {
        name: field
        for name, field in rulebook.fields.items()
        if isinstance(field, FactField) and not name.startswith("person.")
    }


def asked_of_person(rulebook: CompiledRulebook) -> Mapping[str, FactField]:
    """What is asked about a named person, less what the staff file says."""
    return {name: field for name, field in rulebook.edition.person.items() if name not in _KNOWN_FROM_STAFF}
