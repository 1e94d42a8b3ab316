"""Every table is known to hold something of persons, or nothing: a new one must be thought about."""

from bot.persons.belonging import ELSEWHERE, IMPERSONAL, NOBODY, OWN, doing_columns, own_columns
from bot.storage.all_tables import metadata

# other tables that say only what a case, a batch or the company came to, and at most who did it
OF_THINGS = {
    "batches",
    "chat_groups",
    "imports",
    "cases",
    "case_links",
    "remedies",
    "rounds",
    "undertakings",
    "relays",
} | {
    *("corrective_plans", "month_figures", "surveys", "tip_rewards"),
}


def test_every_table_is_somebodys_or_nobodys() -> None:
    own = {table.name for table, _ in own_columns()}
    tables = {table.name for table in metadata.sorted_tables}

    assert tables == own | IMPERSONAL | ELSEWHERE | OF_THINGS
    assert own.isdisjoint(IMPERSONAL)


def test_what_is_listed_is_there() -> None:
    columns = {(table.name, column.name) for table in metadata.sorted_tables for column in table.columns}

    assert columns >= OWN | NOBODY


def test_no_column_that_names_a_person_is_forgotten() -> None:
    known = OWN | NOBODY | {(table.name, column.name) for table, column in doing_columns()}
    named = {
        (table.name, column.name)
        for table in metadata.sorted_tables
        for column in table.columns
        if column.name.endswith("person_id")
    }

    assert named <= known


def test_who_did_something_is_found_by_the_column() -> None:
    found = {(table.name, column.name) for table, column in doing_columns()}

    assert {("cases", "reporter_id"), ("parties", "named_by"), ("relays", "asker_id")} <= found
    assert ("cases", "loss_borne_by") not in found
