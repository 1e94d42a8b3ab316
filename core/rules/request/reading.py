"""Reading a request against a rulebook: every fault is found before anything is computed."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from core.model.fault import BadRequest, Fault
from core.model.money import Money
from core.model.request import Request
from core.rulebook.compiled import CompiledRulebook
from core.rules.request.facts import read_facts
from core.rules.request.losses import read_losses
from core.rules.request.parties import read_departments, read_people
from core.rules.request.sheet import Readers, Sheet

MINIMUM_WAGE: Final = "minimum_wage"


def read_request(request: Mapping[str, object], rulebook: CompiledRulebook) -> Request:
    """Return the request in internal units; raises BadRequest with every fault of its form."""
    faults: list[Fault] = []
    sheet = Sheet(request, "", faults)
    own = sheet.read(rulebook.readers.request)
    sheet.demand("occurred_on")
    departments = read_departments(sheet)
    settings = _read_table(sheet, "settings", rulebook.readers.settings)
    minimum = settings.pop(MINIMUM_WAGE, None)
    losses = read_losses(sheet, rulebook)
    facts = read_facts(sheet, rulebook)
    people = read_people(sheet, rulebook, departments)
    events: dict[str, datetime] = _read_table(sheet, "events", rulebook.readers.events)
    if faults:
        raise BadRequest(tuple(dict.fromkeys(faults)))
    return Request(
        occurred_on=own["occurred_on"],
        losses=losses,
        facts=facts,
        departments=departments,
        people=people,
        events=events,
        settings=settings,
        minimum_wage=None if minimum is None else Money(minimum),
    )


def _read_table(request: Sheet, key: str, readers: Readers) -> dict[str, Any]:
    sheet = request.inner(key)
    return {} if sheet is None else sheet.read(readers)
