"""What `gongdao rulebook check` finds about settings, defaults and the facts that figures are taken from."""

from typing import Any

import pytest

from core.model.fault import Fault
from core.rulebook.checks.approvals import approvals_apart_from_nobody
from core.rulebook.checks.defaults import defaults_that_are_none
from core.rulebook.checks.fact_types import facts_of_another_type
from core.rulebook.checks.setting_types import settings_of_another_type
from core.rulebook.checks.settings import settings_that_cannot_be
from core.rulebook.checks.unused import names_without_use
from core.rulebook.edition import Edition

LABEL = {"zh-Hans": "词", "en": "word"}
HEAD: dict[str, object] = {"id": "x", "edition": "y", "zone": "UTC", "title": LABEL}
ROLES = {"worker": {"clause": "1", "label": LABEL}, "chief": {"clause": "1", "label": LABEL}}
PLACE = {"type": "choice", "choices": {"inside": {"label": LABEL}, "outside": {"label": LABEL}}}


def edition(**chapters: object) -> Edition:
    return Edition.model_validate(HEAD | chapters)


def fact(**parts: object) -> dict[str, object]:
    return {"clause": "2", "label": LABEL} | parts


def setting(**parts: object) -> dict[str, object]:
    return {"clause": "3", "label": LABEL, "status": "missing"} | parts


def told(faults: Any) -> list[str]:
    return [str(fault) for fault in faults]


CHOICES = {"choices": {"a": {"label": LABEL}, "b": {"label": LABEL}}}
BY_ROLE: dict[str, object] = {"type": "table", "by": {"role": ["worker", "chief"]}}


@pytest.mark.parametrize(
    "parts",
    [
        {"type": "money", "at_least": "80.00"},
        {"type": "choice", **CHOICES},
        BY_ROLE,
        BY_ROLE | {"value": {"worker": "60", "chief": "40"}},
        {"type": "table", "by": {"fault": ["main"], "place": ["inside"]}},
        {"type": "percent", "status": "interpretation", "value": "100"},
        {"type": "count", "value": 3},
    ],
)
def test_a_setting_that_can_be_filled_has_no_fault(parts: dict[str, object]) -> None:
    assert told(settings_that_cannot_be(one_setting(parts))) == []


@pytest.mark.parametrize(
    ("parts", "fault"),
    [
        ({"type": "table"}, "settings.s.by: is missing; a setting of type table has by (clause 3)"),
        (
            {"type": "money", "by": {"role": ["worker"]}},
            "settings.s.by: stands in a setting of type money; only a setting of type table has by",
        ),
        ({"type": "choice"}, "settings.s.choices: is missing; a setting of type choice has choices"),
        ({"type": "count", **CHOICES}, "settings.s.choices: stands in a setting of type count;"),
        (
            {"type": "percent", "at_least": "1.00"},
            "settings.s.at_least: stands in a setting of type percent;",
        ),
        (
            {"type": "table", "by": {"colour": ["red"]}},
            "settings.s.by.colour: leads to nothing; allowed are place, role, fault (clause 3)",
        ),
        ({"type": "table", "by": {"note": ["red"]}}, "settings.s.by.note: leads to nothing;"),
        (
            {"type": "table", "by": {"role": ["worker", "boss"]}},
            "settings.s.by.role: 'boss' is not declared; declared are worker, chief (clause 3)",
        ),
        ({"type": "table", "by": {"place": ["here"]}}, "settings.s.by.place: 'here' is not declared;"),
        (
            {"type": "money", "status": "interpretation"},
            "settings.s.value: is missing; an interpretation has",
        ),
        (
            {"type": "money", "value": "1,000"},
            "settings.s.value: found is '1,000'; allowed is a decimal string",
        ),
        ({"type": "money", "value": "79.99", "at_least": "80.00"}, "allowed is 80.00 or more (clause 3)"),
        ({"type": "percent", "value": "100.0001"}, "allowed is a percentage from 0 to 100 (clause 3)"),
        ({"type": "choice", **CHOICES, "value": "c"}, "settings.s.value: found is 'c'; allowed are a, b"),
        (BY_ROLE | {"value": {"boss": "1"}}, "allowed are the keys worker, chief"),
        (BY_ROLE | {"value": {"worker": "101"}}, "allowed is a percentage from 0 to 100, at worker"),
        (BY_ROLE | {"value": "60"}, "allowed is a table with the keys worker, chief"),
    ],
)
def test_a_setting_that_nobody_could_fill_is_named(parts: dict[str, object], fault: str) -> None:
    (found,) = told(settings_that_cannot_be(one_setting(parts)))

    assert fault in found


def one_setting(parts: dict[str, object]) -> Edition:
    return edition(
        roles=ROLES,
        faults={"main": {"label": LABEL}},
        facts={"place": fact(**PLACE), "note": fact(type="text")},
        settings={"s": setting(**parts)},
    )


def test_what_leads_into_a_table_is_used() -> None:
    unused = told(names_without_use(one_setting({"type": "table", "by": {"place": ["inside"]}})))

    assert [fault.partition(":")[0] for fault in unused] == [
        "facts.note",
        "roles.worker",
        "roles.chief",
        "settings.s",
        "faults.main",
    ]
    by_role = told(names_without_use(one_setting(BY_ROLE | {"by": {"role": ["worker"]}})))
    assert not [fault for fault in by_role if fault.startswith("roles.worker")]


@pytest.mark.parametrize(
    ("parts", "fault"),
    [
        ({"type": "boolean", "default": True}, None),
        ({"type": "count", "default": 2}, None),
        (PLACE | {"default": "inside"}, None),
        (PLACE | {"default": "nowhere"}, "facts.f.default: found is 'nowhere'; allowed are inside, outside"),
        ({"type": "boolean", "default": 1}, "facts.f.default: found is 1; allowed is true or false"),
        (
            {"type": "count", "default": "2"},
            "allowed is a whole number from 0, at most 12 digits, not a text",
        ),
        ({"type": "money", "default": "5.00"}, "facts.f.default: stands beside the type money;"),
        (
            {"type": "count", "default": 2, "if_absent": "ask"},
            "facts.f.default: stands beside if_absent = 'ask'; allowed is one of the two (clause 2)",
        ),
    ],
)
def test_a_default_is_a_value_of_its_fact(parts: dict[str, object], fault: str | None) -> None:
    found = told(defaults_that_are_none(edition(facts={"f": fact(**parts)})))

    assert len(found) == (fault is not None)
    assert fault is None or fault in found[0]


FACTS = {
    "paid": fact(type="money"),
    "pieces": fact(type="count"),
    "place": fact(**PLACE),
    "lot": fact(
        type="record",
        fields={
            "made": fact(type="count"),
            "bad": fact(type="count"),
            "target": fact(type="percent"),
            "price": fact(type="money"),
        },
    ),
}
PERSON = {"level": fact(**PLACE), "wage": fact(type="money")}
CHARGE = {"clause": "4", "roles": "worker"}
RATE = CHARGE | {"kind": "rate", "rate": "10%"}
FIXED = CHARGE | {"kind": "fixed", "amount": "10.00"}
POINTS = {"kind": "points", "clause": "5", "roles": "worker", "points": "5%"}
FACTOR = {"kind": "factor", "clause": "5", "roles": "worker", "factors": {}}
CHOSEN = {"from": "1.00", "to": "2.00", "by": "boss"}
UNITS = {
    "kind": "units",
    "clause": "6",
    "each": "lot",
    "loss": "scrap",
    "quantity": "lot.bad",
    "price": {"fact": "lot.price"},
    "allowance_of": "lot.made",
    "allowance_rate": {"fact": "lot.target"},
}


@pytest.mark.parametrize(
    ("chapters", "fault"),
    [
        ({"charges": [RATE | {"of": {"fact": "paid"}}]}, None),
        ({"charges": [RATE | {"of": {"amounts_of": "chief"}}]}, None),
        ({"charges": [FIXED | {"times": ["pieces", "lot.bad"]}]}, None),
        ({"charges": [FIXED | {"amount": {"fact": "person.wage"}}]}, None),
        ({"adjustments": [POINTS, FACTOR | {"by": "person.level"}]}, None),
        ({"bases": [{"clause": "7", "fact": "nothing"}]}, None),
        ({"pricing": [UNITS]}, None),
        (
            {"charges": [RATE | {"of": {"fact": "pieces"}}]},
            "charges[0].of: 'pieces' is of type count; allowed are facts of type money",
        ),
        (
            {"charges": [RATE | {"of": {"fact": "person.wage"}}]},
            "charges[0].of: 'person.wage' is a field of a person; allowed are facts of the case",
        ),
        ({"charges": [FIXED | {"times": "paid"}]}, "charges[0].times: 'paid' is of type money;"),
        (
            {"charges": [FIXED | {"amount": {"fact": "place"}}]},
            "charges[0].amount: 'place' is of type choice",
        ),
        (
            {"charges": [FIXED | {"amount": CHOSEN | {"at": "pieces"}}]},
            "charges[0].amount.at: 'pieces' is of",
        ),
        ({"adjustments": [POINTS | {"each": "paid"}]}, "adjustments[0].each: 'paid' is of type money;"),
        ({"adjustments": [FACTOR | {"by": "pieces"}]}, "adjustments[0].by: 'pieces' is of type count;"),
        ({"bases": [{"clause": "7", "fact": "lot"}]}, "bases[0].fact: 'lot' is of type record;"),
        (
            {"grading": {"by_hand": [{"clause": "8", "fact": "paid", "among": [], "by": "boss"}]}},
            "grading.by_hand[0].fact: 'paid' is of type money; allowed are facts of type choice or count",
        ),
        ({"pricing": [UNITS | {"each": "pieces"}]}, "pricing[0].each: 'pieces' is of type count;"),
        (
            {"pricing": [UNITS | {"quantity": "pieces"}]},
            "quantity: 'pieces' is no field of lot; allowed are lot.…",
        ),
        (
            {"pricing": [UNITS | {"price": {"fact": "lot.bad"}}]},
            "pricing[0].price: 'lot.bad' is of type count",
        ),
    ],
)
def test_figures_are_taken_from_facts_that_carry_them(chapters: dict[str, object], fault: str | None) -> None:
    found = told(facts_of_another_type(edition(facts=FACTS, person=PERSON, **chapters)))

    assert bool(found) == (fault is not None)
    assert fault is None or fault in found[0]


SETTINGS = {
    "amount": setting(type="money"),
    "share": setting(type="percent"),
    "table": setting(type="table", by={"role": ["worker", "chief"]}),
    "months": setting(type="choice", choices={"monthly": {"label": LABEL}}),
    "mood": setting(type="choice", choices={"good": {"label": LABEL}}),
    "years": setting(type="count"),
}
SPLIT = {"clause": "9", "over": "people", "among": ["worker", "chief"], "shares": {"setting": "table"}}
DUTY = {"clause": "9", "label": LABEL, "owner": "boss", "kind": "task"}


@pytest.mark.parametrize(
    ("chapters", "faults"),
    [
        ({"charges": [RATE | {"rate": {"setting": "share"}}, RATE | {"rate": {"setting": "table"}}]}, ()),
        ({"splits": [SPLIT], "retention": {"clause": "9", "years": {"setting": "years"}}}, ()),
        ({"duties": {"d": DUTY | {"rhythm": {"setting": "months"}}}}, ()),
        ({"charges": [RATE | {"rate": {"setting": "unknown"}}]}, ()),
        (
            {"charges": [RATE | {"rate": {"setting": "amount"}}]},
            (
                "charges[0].rate: the setting 'amount' is of type money; allowed are settings of type percent or",
            ),
        ),
        (
            {"charges": [FIXED | {"amount": {"setting": "share"}}]},
            ("charges[0].amount: the setting 'share'",),
        ),
        ({"retention": {"clause": "9", "years": {"setting": "months"}}}, ("retention.years: the setting",)),
        (
            {"splits": [SPLIT | {"shares": {"setting": "share"}}]},
            ("splits[0].shares: the setting 'share' is",),
        ),
        (
            {"splits": [SPLIT | {"among": ["worker", "boss"]}]},
            (
                "the setting 'table' leads to no share of boss; allowed is a table with each of them in by.role",
            ),
        ),
        (
            {"splits": [SPLIT | {"over": "departments"}]},
            ("leads to no share of worker, chief; allowed is a ta",),
        ),
        (
            {"duties": {"d": DUTY | {"rhythm": {"setting": "mood"}}}},
            ("settings.mood.choices.good: means nothing; its rule understands daily, weekly",),
        ),
        (
            {"grading": {"tie": "mood"}},
            ("settings.mood.choices.good: means nothing; its rule understands low",),
        ),
        (
            {"conditions": {"c": {"setting": "years", "in": ["3"]}}},
            (
                "conditions.c[0].setting: the setting 'years' is of type count; allowed are settings of type cho",
            ),
        ),
    ],
)
def test_settings_are_of_the_type_that_their_rule_reads(
    chapters: dict[str, object], faults: tuple[str, ...]
) -> None:
    found: list[Fault] = list(settings_of_another_type(edition(settings=SETTINGS, **chapters)))

    assert len(found) == len(faults)
    assert all(fault in str(one) for fault, one in zip(faults, found, strict=True))


STEP = {"clause": "10", "step": 2, "by": "boss", "act": "approve"}


@pytest.mark.parametrize(("not_by", "faults"), [([], 0), ("head", 0), ("boss", 1), (["head", "boss"], 1)])
def test_a_second_person_is_told_from_whoever_took_an_earlier_step(not_by: object, faults: int) -> None:
    chain = [STEP | {"step": 1, "by": "head"}, STEP | {"not_by": not_by}]

    found = told(approvals_apart_from_nobody(edition(approvals=chain)))

    assert len(found) == faults
    assert all("[1].not_by: 'boss' approves no earlier step; allowed are those of" in one for one in found)
