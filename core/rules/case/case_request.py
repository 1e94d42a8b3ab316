"""What `gongdao assess` is asked about a case: its facts, losses and people in the words of the request."""

from collections.abc import Mapping
from datetime import date

from core.model.dossier import Dossier
from core.model.party import Party
from core.rulebook.compiled import CompiledRulebook

LOSS_KEYS = ("kind", "amount", "person_hours", "vehicle_hours", "length_m")
_DEPARTMENT_KEYS = ("id", "fault", "share_percent", "weight")
_ALWAYS = frozenset({"share_percent", "month_wage"})


def case_request(
    dossier: Dossier, rulebook: CompiledRulebook, *, with_rates: bool = True
) -> Mapping[str, object]:
    """The request; `with_rates` false leaves the chosen rates out, so that every range is told.

    Events are left out: no figure rests on them.
    """
    case = dossier.case
    parts: dict[str, object] = {
        "occurred_on": case.occurred_on.isoformat(),
        "losses": [_only(loss, LOSS_KEYS) for loss in case.losses],
        "facts": _nested({name: value for name, value in case.facts.items() if name in rulebook.fields}),
        "people": [_person(party, dossier, rulebook, with_rates) for party in dossier.parties],
        "settings": _settings(dossier),
    }
    if rulebook.edition.faults:
        parts["departments"] = [_only(department, _DEPARTMENT_KEYS) for department in case.departments]
    return parts


def _person(
    party: Party, dossier: Dossier, rulebook: CompiledRulebook, with_rates: bool
) -> Mapping[str, object]:
    declared = rulebook.edition.person.keys() | _ALWAYS
    entry: dict[str, object] = {"id": str(party.person_id), "role": party.role}
    entry |= {key: day.isoformat() for key, day in _dates(party, dossier).items() if key in declared}
    entry |= {key: value for key, value in party.details.items() if key in declared}
    if rulebook.edition.faults:
        entry["department"] = party.department
    if with_rates and party.chosen_rate is not None:
        entry |= {"chosen_rate": party.chosen_rate, "reason": party.reason}
    return entry


def _dates(party: Party, dossier: Dossier) -> Mapping[str, date]:
    person = dossier.staff[party.person_id]
    dates = {"joined_on": person.joined_on, "transferred_on": person.transferred_on}
    return {key: day for key, day in dates.items() if day is not None}


def _settings(dossier: Dossier) -> Mapping[str, object]:
    """What the company has settled for this rulebook, and the minimum wage of the site's region."""
    case, company = dossier.case, dossier.company
    holding = company.holding(case.site, case.rulebook, case.occurred_on)
    chosen = dict(holding.settings) if holding else {}
    wage = company.minimum_wage(company.region_of(case.site), case.occurred_on)
    return chosen | ({"minimum_wage": str(wage)} if wage else {})


def _only(entry: Mapping[str, object], keys: tuple[str, ...]) -> Mapping[str, object]:
    return {key: entry[key] for key in keys if key in entry}


def _nested(facts: Mapping[str, object]) -> Mapping[str, object]:
    """`vehicle.repair` as a field of the record `vehicle`."""
    nested: dict[str, object] = {}
    for name, value in facts.items():
        record, _, part = name.partition(".")
        if not part:
            nested[name] = value
            continue
        fields = nested.setdefault(record, {})
        assert isinstance(fields, dict)  # noqa: S101 - a record never shares its name with a plain fact
        fields[part] = value
    return nested
