import pytest

from core.rulebook.checks.problems import problems_in
from core.rulebook.edition import Edition
from core.rulebook.naming import Name, names_in, renamed
from core.rulebook.vocabulary import Setting
from tests.core.rulebook.compositions import SHIPPED, VOCABULARY, shipped
from tests.core.rulebook.shipped import kinds

RENAMED = (*VOCABULARY, "deadlines", "duties")


@pytest.mark.parametrize("rulebook", SHIPPED)
def test_every_name_can_be_given_anew_and_the_rulebook_stays_sound(rulebook: str) -> None:
    edition = shipped(rulebook)
    names = {Name(table, key): f"{key}_anew" for table in RENAMED for key in getattr(edition, table)}

    anew = renamed(edition, names, str)
    keyed = {table: _under_new_keys(table, anew, names) for table in RENAMED}

    assert problems_in(anew.model_copy(update=keyed), kinds()) == ()


TABLE = Setting.model_validate(
    {
        "clause": "1",
        "label": {"zh-Hans": "份额", "en": "Shares"},
        "status": "missing",
        "type": "table",
        "by": {"kind": ["small"], "role": ["worker", "chief"]},
        "value": {"small": {"worker": "60", "chief": "40"}},
    }
)


def test_what_leads_into_a_table_takes_the_new_names_and_choices_keep_theirs() -> None:
    assert set(names_in(TABLE)) == {
        Name("facts", "kind"),
        Name("roles", "worker"),
        Name("roles", "chief"),
    }

    anew = renamed(TABLE, {name: f"{name.key}_anew" for name in names_in(TABLE)}, str)

    assert anew.by == {
        "kind_anew": ("small",),
        "role": ("worker_anew", "chief_anew"),
    }
    assert anew.value == {"small": {"worker_anew": "60", "chief_anew": "40"}}


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
