"""Reading a request against a rulebook: every fault is found before anything is computed."""

from collections.abc import Mapping
from datetime import datetime
from functools import partial
from typing import Final

from core.model.fault import BadRequest, Fault
from core.model.money import Money
from core.model.request import Request
from core.rulebook.compiled import CompiledRulebook
from core.rulebook.vocabulary import Setting
from core.rules.intake.facts import read_facts
from core.rules.intake.losses import read_losses
from core.rules.intake.parties import read_departments, read_people
from core.rules.intake.scalars import NotAllowed, read_date, read_fen, read_percent, read_time
from core.rules.intake.sheet import Sheet, one_of

_KEYS: Final = frozenset(
    {"rulebook", "occurred_on", "losses", "facts", "departments", "people", "events", "settings"}
)


def read_request(request: Mapping[str, object], rulebook: CompiledRulebook) -> Request:
    """Return the request in internal units; raises BadRequest with every fault of its form."""
    faults: list[Fault] = []
    sheet = Sheet(request, "", faults)
    sheet.refuse_others(_KEYS)
    sheet.choose("rulebook", (rulebook.id,))
    occurred_on = sheet.demand("occurred_on", read_date)
    departments = read_departments(sheet)
    settings, minimum = _read_settings(sheet, rulebook)
    losses = read_losses(sheet, rulebook)
    facts = read_facts(sheet, rulebook)
    people = read_people(sheet, rulebook, departments)
    events = _read_events(sheet, rulebook)
    if faults or occurred_on is None:
        raise BadRequest(tuple(dict.fromkeys(faults)))
    return Request(
        occurred_on=occurred_on,
        losses=losses,
        facts=facts,
        departments=departments,
        people=people,
        events=events,
        settings=settings,
        minimum_wage=minimum,
    )


def _read_events(request: Sheet, rulebook: CompiledRulebook) -> dict[str, datetime]:
    if "events" not in request.table:
        return {}
    sheet = Sheet(request.table["events"], "events", request.faults)
    sheet.refuse_others(rulebook.edition.events)
    times = {name: sheet.take(name, read_time) for name in rulebook.edition.events}
    return {name: time for name, time in times.items() if time is not None}


def _read_settings(request: Sheet, rulebook: CompiledRulebook) -> tuple[dict[str, str | int], Money | None]:
    if "settings" not in request.table:
        return {}, None
    sheet = Sheet(request.table["settings"], "settings", request.faults)
    declared = rulebook.edition.settings
    sheet.refuse_others({*declared, "minimum_wage"})
    values = {name: sheet.take(name, partial(_setting, setting)) for name, setting in declared.items()}
    minimum = sheet.take("minimum_wage", read_fen)
    chosen = {name: value for name, value in values.items() if value is not None}
    return chosen, None if minimum is None else Money(minimum)


def _setting(setting: Setting, value: object) -> str | int:
    if setting.type == "choice":
        return one_of(value, setting.choices)
    number = read_fen(value) if setting.type == "money" else read_percent(value)
    if setting.at_least is not None and number < Money.of(setting.at_least).fen:
        raise NotAllowed(f"allowed is {setting.at_least} or more (clause {setting.clause})")
    return number
