"""What fills a form on the customer's side must fit the form: a day does not go into a field for money."""

from collections.abc import Iterator, Mapping
from typing import Final

from core.model.fault import Fault
from core.rulebook.edition import Edition

_FITS: Final[Mapping[str, str]] = {
    "rounds": "count",
    "since": "time",
    "now": "time",
    "cost": "money",
    "answer": "choice",
    "day": "date",
    "yes": "boolean",
}
_TEXT: Final = "text"


def forms_that_do_not_fit(edition: Edition) -> Iterator[Fault]:
    """Yield a fault for every field that its duty has not, or that is of another type than what fills it."""
    for place, step in enumerate(edition.remedy.steps if edition.remedy else ()):
        for duty, sources in step.fills.items():
            form = edition.duties[duty].fields if duty in edition.duties else {}
            for field, source in sources.items():
                wanted = _FITS.get(source, _TEXT)
                if duty in edition.duties and (field not in form or form[field].type != wanted):
                    fields = ", ".join(name for name, one in form.items() if one.type == wanted) or "none"
                    path = f"remedy.steps[{place}].fills.{duty}.{field}"
                    yield Fault(path, f"{source!r} fills another type of field;", f"allowed are {fields}")
