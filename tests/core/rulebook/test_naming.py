import pytest

from core.rulebook.checks.problems import problems_in
from core.rulebook.edition import Edition
from core.rulebook.naming import Name, names_in, renamed
from tests.core.rulebook.compositions import SHIPPED, shipped
from tests.core.rulebook.shipped import kinds

RENAMED = (
    "facts",
    "person",
    "settings",
    "roles",
    "faults",
    "offices",
    "accounts",
    "measures",
    "events",
    "conditions",
    "readings",
    "deadlines",
    "duties",
)


@pytest.mark.parametrize("rulebook", SHIPPED)
def test_every_name_can_be_given_anew_and_the_rulebook_stays_sound(rulebook: str) -> None:
    edition = shipped(rulebook)
    names = {Name(table, key): f"{key}_anew" for table in RENAMED for key in getattr(edition, table)}

    anew = renamed(edition, names, str)
    keyed = {table: _under_new_keys(table, anew, names) for table in RENAMED}

    assert problems_in(anew.model_copy(update=keyed), kinds()) == ()


def _under_new_keys(table: str, edition: Edition, names: dict[Name, str]) -> dict[str, object]:
    return {names[Name(table, key)]: item for key, item in getattr(edition, table).items()}


def test_names_are_found_inside_any_table() -> None:
    edition = shipped("logistics-liability")

    found = set(names_in(edition.reassignments))

    assert {Name("person", "level"), Name("person", "joined_on"), Name("roles", "supervisor")} <= found
    assert Name("facts", "vehicle") in set(names_in(tuple(edition.conditions.values())))
    assert Name("facts", "occurred_on") in found


def test_clauses_may_be_left_out() -> None:
    edition = shipped("logistics-liability")

    plain = renamed(edition.duties["levels"], {}, None)

    assert plain == edition.duties["levels"].model_copy(update={"clause": None, "covers": None})
