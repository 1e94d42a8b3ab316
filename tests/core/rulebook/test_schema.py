"""The schema says of a file what the reader says of it."""

import re
import tomllib
from collections.abc import Mapping
from datetime import date
from importlib import resources
from typing import Any

import pytest

from core.rulebook.edition import Edition
from core.rulebook.schema import edition_schema
from tests.core.rulebook.test_checked_text import SOUND

SCHEMA = edition_schema()
EDITIONS = resources.files("core.rulebook") / "editions"
FILES = [file for folder in EDITIONS.iterdir() for file in folder.iterdir() if file.name.endswith(".toml")]
TYPES: Mapping[str, tuple[type, ...]] = {
    "string": (str, date),
    "integer": (int,),
    "boolean": (bool,),
    "array": (list,),
    "object": (dict,),
    "null": (type(None),),
}


def fits(value: Any, schema: Any) -> bool:
    """Whether the value keeps to the part of JSON Schema that the format uses."""
    if schema is True:
        return True
    if "$ref" in schema:
        return fits(value, SCHEMA["$defs"][schema["$ref"].rpartition("/")[2]])
    branches = schema.get("anyOf") or schema.get("oneOf")
    if branches:
        return any(fits(value, branch) for branch in branches)
    return _of_type(value, schema) and _of_value(value, schema) and _inside(value, schema)


def _of_type(value: Any, schema: Mapping[str, Any]) -> bool:
    if "type" not in schema:
        return True
    return isinstance(value, TYPES[schema["type"]]) and not (
        isinstance(value, bool) and schema["type"] == "integer"
    )


def _of_value(value: Any, schema: Mapping[str, Any]) -> bool:
    checks = (
        "const" not in schema or value == schema["const"],
        "enum" not in schema or value in schema["enum"],
        "pattern" not in schema or re.search(schema["pattern"], str(value)) is not None,
        "exclusiveMinimum" not in schema or value > schema["exclusiveMinimum"],
        "minimum" not in schema or value >= schema["minimum"],
        "maximum" not in schema or value <= schema["maximum"],
        "minLength" not in schema or len(str(value)) >= schema["minLength"],
        "minItems" not in schema or len(value) >= schema["minItems"],
    )
    return all(checks)


def _inside(value: Any, schema: Mapping[str, Any]) -> bool:
    if isinstance(value, list):
        return all(fits(entry, schema.get("items", True)) for entry in value)
    if not isinstance(value, dict):
        return True
    known, others = schema.get("properties", {}), schema.get("additionalProperties", True)
    if not set(schema.get("required", ())) <= value.keys():
        return False
    return all(
        fits(entry, known[key]) if key in known else others is not False and fits(entry, others)
        for key, entry in value.items()
    )


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.parent.name)
def test_every_shipped_edition_fits_the_schema(file: Any) -> None:
    assert fits(tomllib.loads(file.read_text("utf-8")), SCHEMA)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('id = "incident-compensation"', ""),
        ('id = "incident-compensation"', 'id = "Ours!"'),
        ('edition = "undated"', 'edition = "undated"\ncolour = 1'),
        ('rate = "40%"', "rate = 0.4"),
        ('rate = "40%"', 'rate = "40"'),
        ('cap = "10000.00"', "cap = 10000"),
        ("step = 1", "step = 0"),
        ('act = "propose"', 'act = "wave"'),
        ('{ fact = "event", given = true }', "{ nothing = 1 }"),
        ('{ fact = "event", given = true }', "[1]"),
    ],
)
def test_what_the_reader_refuses_does_not_fit(old: str, new: str) -> None:
    assert old in SOUND

    assert not fits(tomllib.loads(SOUND.replace(old, new, 1)), SCHEMA)


def test_every_chapter_is_in_the_schema_by_the_name_that_a_file_writes() -> None:
    names = {field.alias or name for name, field in Edition.model_fields.items()}

    assert SCHEMA["properties"].keys() == names
    assert SCHEMA["$schema"].startswith("https://json-schema.org/")


def test_tables_are_described_by_their_purpose() -> None:
    undescribed = [name for name, table in SCHEMA["$defs"].items() if not table.get("description")]

    assert undescribed == []
