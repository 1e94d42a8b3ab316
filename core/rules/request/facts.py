"""Reading facts as the rulebook declares them."""

from core.model.request import FactValue
from core.rulebook.compiled import CompiledRulebook
from core.rules.request.sheet import Sheet


def read_facts(request: Sheet, rulebook: CompiledRulebook) -> dict[str, FactValue]:
    """Read the facts that were sent; records become `record` and `record.field`, with the fields' defaults."""
    sheet = request.inner("facts")
    if sheet is None:
        return {}
    facts: dict[str, FactValue] = {}
    for name, value in sheet.read(rulebook.readers.facts).items():
        record = rulebook.readers.records.get(name)
        facts[name] = value
        if record is not None:
            inner = Sheet(sheet.table[name], sheet.at(name), sheet.faults)
            if name in rulebook.readers.complete:
                inner.demand(*record)
            read = {**rulebook.record_defaults[name], **inner.read(record)}
            facts.update({f"{name}.{key}": entry for key, entry in read.items()})
    return facts
