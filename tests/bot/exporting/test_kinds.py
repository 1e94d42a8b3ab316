"""Every table is exported, sealed or machinery; nothing sealed is ever in an export."""

from pathlib import Path

import pytest

from bot.cli.shell_words import ShellWords
from bot.exporting.kinds import KINDS, MACHINERY, SEALED
from bot.exporting.reading import Part, count_of, rows_of
from bot.storage.all_tables import metadata
from bot.storage.engine import open_database
from tests.make import company

EXPORTED = [kind.table for kind in KINDS]


def test_every_table_is_exported_or_left_out_for_a_reason() -> None:
    assert sorted([*EXPORTED, *SEALED, *MACHINERY]) == sorted(metadata.tables)


@pytest.mark.parametrize("language", ["zh-Hans", "en"])
def test_every_kind_has_the_name_of_a_sheet(language: str) -> None:
    names = ShellWords.of(language).labels["export_kinds"]

    assert set(names) == set(EXPORTED)
    assert len(set(names.values())) == len(names)
    assert all(len(name) <= 31 for name in names.values())


async def test_every_kind_can_be_read_of_some_cases_too(migrated: Path) -> None:
    zone = company().zone("suzhou")
    database = open_database(migrated)
    async with database.reading() as connection:
        for kind in KINDS:
            for part in (Part(), Part(site="suzhou")):
                if kind.is_in(part.cases()):
                    found = [row async for row in rows_of(kind, part, zone, connection)]
                    assert len(found) == await count_of(kind, part, zone, connection)
    await database.close()
