"""The format of a rulebook file as JSON Schema, for editors: what is written in the file, not how it is kept."""

from collections.abc import Callable, Mapping
from typing import Any, Final, get_args

from pydantic import BeforeValidator
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from core.rulebook.chapter import Decimal, Points, Rate, Yuan, as_list
from core.rulebook.edition import Edition

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"


def _reader(kind: object) -> object:
    """The function that reads such a figure from the file."""
    return next(part.func for part in get_args(kind) if isinstance(part, BeforeValidator))


_FIGURES: Final[Mapping[object, JsonSchemaValue]] = {
    _reader(Yuan): {
        "type": "string",
        "pattern": r"^[0-9]{1,12}\.[0-9]{1,2}$",
        "description": "Yuan, with two places: '500.00'",
    },
    _reader(Rate): {
        "type": "string",
        "pattern": r"^[0-9]+(\.[0-9]{1,4})?%$",
        "description": "A rate with its sign: '40%'",
    },
    _reader(Points): {
        "type": "string",
        "pattern": r"^-?[0-9]+(\.[0-9]{1,4})?%$",
        "description": "Percentage points with their sign: '-5%'",
    },
    _reader(Decimal): {
        "type": "string",
        "pattern": r"^[0-9]+(\.[0-9]{1,6})?$",
        "description": "A decimal as text: '0.8'",
    },
}


class _AsWritten(GenerateJsonSchema):
    """Figures are texts in the file, and one entry may stand without brackets where several may stand."""

    def function_before_schema(self, schema: core_schema.BeforeValidatorFunctionSchema) -> JsonSchemaValue:
        reader: Callable[..., Any] = schema["function"]["function"]
        if reader in _FIGURES:
            return dict(_FIGURES[reader])
        inner = self.generate_inner(schema["schema"])
        return {"anyOf": [inner["items"], inner]} if reader is as_list else inner


def edition_schema() -> JsonSchemaValue:
    """Return the JSON Schema of an edition; tables are described by their one sentence."""
    schema = Edition.model_json_schema(by_alias=True, schema_generator=_AsWritten)
    return {"$schema": DIALECT, **schema, "title": "Gongdao rulebook"}
