"""Reading facts and fields as the rulebook declares them."""

from collections.abc import Mapping

from core.model.request import FactValue
from core.rulebook.compiled import CompiledRulebook
from core.rulebook.vocabulary import FactField, RecordFact
from core.rules.intake.scalars import READERS, NotAllowed
from core.rules.intake.sheet import Sheet, one_of


def read_facts(request: Sheet, rulebook: CompiledRulebook) -> dict[str, FactValue]:
    """Read the facts that were sent, records flattened to `record.field`, with the defaults of their fields."""
    if "facts" not in request.table:
        return {}
    sheet = Sheet(request.table["facts"], "facts", request.faults)
    declared = rulebook.edition.facts
    sheet.refuse_others(declared)
    facts: dict[str, FactValue] = {}
    for name in sheet.table:
        fact = declared.get(name)
        if isinstance(fact, RecordFact):
            _read_record(sheet, name, fact, rulebook.record_defaults[name], facts)
        elif fact is not None:
            read_field(sheet, name, fact, facts, name)
    return facts


def read_field(sheet: Sheet, key: str, field: FactField, values: dict[str, FactValue], name: str) -> None:
    """Read one declared field into `values` under `name`; faults go to the sheet."""
    value = sheet.take(key, lambda found: _read(field, found))
    if value is not None:
        values[name] = value


def _read_record(
    sheet: Sheet,
    name: str,
    fact: RecordFact,
    defaults: Mapping[str, FactValue],
    facts: dict[str, FactValue],
) -> None:
    record = Sheet(sheet.table[name], sheet.at(name), sheet.faults)
    record.refuse_others(fact.fields)
    facts[name] = True
    facts.update({f"{name}.{field}": value for field, value in defaults.items()})
    for key, field in fact.fields.items():
        read_field(record, key, field, facts, f"{name}.{key}")


def _read(field: FactField, found: object) -> FactValue:
    if field.type == "choice":
        return one_of(found, field.choices)
    if field.type == "choices":
        return _read_choices(field, found)
    return READERS[field.type](found)


def _read_choices(field: FactField, found: object) -> tuple[str, ...]:
    if not isinstance(found, list):
        raise NotAllowed(f"allowed is a list of {', '.join(sorted(field.choices))}")
    return tuple(one_of(entry, field.choices) for entry in found)
