"""What is wrong with one entry of the rulebooks in force: settings that its rulebook does not know or take."""

from collections.abc import Iterator

from core.model.company import InForce
from core.rulebook.compiled import CompiledRulebook
from core.rulebook.scalars import NotAllowed
from core.rules.staff.staff_gaps import Gap


def gaps_in_entry(entry: InForce, rulebook: CompiledRulebook) -> Iterator[Gap]:
    """Yield a gap for each setting that would be refused in every case."""
    readers = rulebook.readers.settings
    for name, value in entry.settings.items():
        where = f"{entry.rulebook}: {name}"
        if name not in readers:
            yield Gap("unknown_setting", where, ", ".join(rulebook.edition.settings))
            continue
        try:
            readers[name](value)
        except NotAllowed as refused:
            yield Gap("bad_setting", f"{where} = {value!r}", str(refused))
