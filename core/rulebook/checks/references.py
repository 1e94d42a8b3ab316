"""Every name that a rule refers to must be declared: a misspelt role would charge nobody."""

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from typing import Final

from core.model.fault import Fault
from core.rulebook.chapter import Chapter
from core.rulebook.checks.walking import tables
from core.rulebook.conditions import FactTest, GradeTest, HoldsTest, LossTest, PeopleTest, SettingTest, Within
from core.rulebook.conduct_rules import Approval, Decision, Reassignment, Sanction, Witness
from core.rulebook.duty_rules import Duty
from core.rulebook.edition import Edition, LossKinds
from core.rulebook.fields import flat_fields
from core.rulebook.figures import AmountRange, FromFact, FromSetting, RateRange
from core.rulebook.grading import ByHand, Criterion, Exclusion, Grading, Incident
from core.rulebook.money_rules import (
    Base,
    FactorAdjustment,
    FixedCharge,
    Of,
    PointsAdjustment,
    RateCharge,
    ShareCharge,
    Split,
)
from core.rulebook.pricing_rules import Counted, Pricing, UnitPricing
from core.rulebook.process_rules import Appeal, Closing, Intake, Numbering
from core.rulebook.remedy_rules import RemedyApproval, RemedyRules, RemedyStep
from core.rulebook.timing import Clock, Deadline, Missed, SetFact
from core.rulebook.vocabulary import FactField

REFERENCES: Final[Mapping[type[Chapter], Mapping[str, str]]] = {
    FactTest: {"fact": "facts", "after": "facts"},
    Within: {"of": "facts"},
    LossTest: {"loss": "losses", "without": "losses"},
    GradeTest: {"grade": "grades"},
    PeopleTest: {"people": "roles"},
    SettingTest: {"setting": "settings"},
    HoldsTest: {"holds": "conditions"},
    RateRange: {"by": "offices"},
    AmountRange: {"by": "offices", "at": "facts"},
    FromSetting: {"setting": "settings"},
    FromFact: {"fact": "facts"},
    FactField: {"decided_by": "offices"},
    Grading: {
        "tie": "settings",
        "tie_reading": "readings",
        "unless_all": "readings",
        "if_several": "readings",
    },
    ByHand: {"fact": "facts", "among": "grades", "by": "offices", "reading": "readings"},
    Incident: {"reading": "readings"},
    Exclusion: {"owner": "offices"},
    Criterion: {"reading": "readings"},
    Pricing: {"loss": "losses"},
    UnitPricing: {
        "each": "facts",
        "loss": "losses",
        "quantity": "facts",
        "allowance_of": "facts",
        "reading": "readings",
    },
    Counted: {"loss": "losses", "reading": "readings"},
    Base: {"loss": "losses", "fact": "facts", "decided_by": "offices"},
    Split: {"by": "offices", "reading": "readings", "parts_reading": "readings", "group_reading": "readings"},
    Of: {"amounts_of": "roles"},
    RateCharge: {
        "roles": "roles",
        "account": "accounts",
        "reading": "readings",
        "cap_reading": "readings",
        "floor_reading": "readings",
        "chain_reading": "readings",
        "clamp_reading": "readings",
        "several_reading": "readings",
    },
    ShareCharge: {"roles": "roles", "account": "accounts", "reading": "readings"},
    FixedCharge: {"roles": "roles", "account": "accounts", "times": "facts", "reading": "readings"},
    PointsAdjustment: {"roles": "roles", "each": "facts", "whose": "roles", "reading": "readings"},
    FactorAdjustment: {"roles": "roles", "by": "facts", "reading": "readings"},
    Sanction: {"roles": "roles", "measures": "measures", "account": "accounts"},
    Reassignment: {"role": "roles", "becomes": "roles", "reading": "readings"},
    Witness: {"role": "roles"},
    Decision: {"by": "offices"},
    Clock: {"since": "events", "unless": "events", "since_fact": "facts", "reading": "readings"},
    Deadline: {"owner": "offices", "reading": "readings"},
    Missed: {"by": "offices", "role": "roles"},
    SetFact: {"fact": "facts"},
    Approval: {"by": "offices", "not_by": "offices"},
    Appeal: {"to": "offices", "deadline": "deadlines", "not_by": "offices", "reading": "readings"},
    Duty: {
        "owner": "offices",
        "copies": "offices",
        "event": "events",
        "deadline": "deadlines",
        "after": "duties",
        "not_by": "duties",
        "reading": "readings",
    },
    Intake: {"owner": "offices", "reading": "readings"},
    Numbering: {"reading": "readings"},
    Closing: {"reading": "readings"},
    RemedyRules: {"objection": "facts", "reading": "readings"},
    RemedyApproval: {"by": "offices"},
    RemedyStep: {"meets": "duties", "fills": "duties"},
}
"""For each table, which of its fields names what."""


def unknown_names(edition: Edition, kinds: LossKinds) -> Iterator[Fault]:
    """Yield a fault for every name that nothing declares."""
    known = _known(edition, kinds)
    for path, table in tables(edition):
        for field, vocabulary in REFERENCES.get(type(table), {}).items():
            for name in names_written(getattr(table, field)):
                if name not in known[vocabulary]:
                    yield _fault(f"{path}.{field}", name, known[vocabulary])
    for path, name, allowed in _of_splits(edition):
        yield _fault(path, name, allowed)


def _known(edition: Edition, kinds: LossKinds) -> dict[str, AbstractSet[str]]:
    return {
        "facts": flat_fields(edition).keys() | {"occurred_on"},
        "losses": kinds.kinds.keys() | {"direct"},
        "grades": edition.grades.keys(),
        "roles": edition.roles.keys(),
        "settings": edition.settings.keys(),
        "conditions": edition.conditions.keys(),
        "offices": edition.offices.keys(),
        "accounts": edition.accounts.keys(),
        "measures": edition.measures.keys(),
        "events": edition.events.keys(),
        "deadlines": edition.deadlines.keys(),
        "readings": edition.readings.keys(),
        "duties": edition.duties.keys(),
    }


def _of_splits(edition: Edition) -> Iterator[tuple[str, str, AbstractSet[str]]]:
    for place, row in enumerate(edition.splits):
        allowed = edition.faults.keys() if row.over == "departments" else edition.roles.keys()
        shares = row.shares if isinstance(row.shares, dict) else {}
        for name in (*row.among, *row.single, *shares):
            if name not in allowed:
                yield f"splits[{place}]", name, allowed


def names_written(value: object) -> tuple[str, ...]:
    """The names in a field that refers to something: none, one, several, or the keys of a table."""
    if isinstance(value, (tuple, dict)):
        return tuple(str(name) for name in value)
    return () if value is None else (str(value),)


def _fault(path: str, name: str, allowed: AbstractSet[str]) -> Fault:
    declared = f"declared are {', '.join(sorted(allowed))}" if allowed else "none is declared"
    return Fault(path, f"{name!r} is not declared;", declared)
