"""Plays the case files: each case is a sentence, a request and what must come out of it."""

import tomllib
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bot.explain import Explainer
from bot.rulebooks import rulebook
from core.assess import assess
from core.model.fault import BadRequest
from core.rules.assessment.answer_json import to_json

FOLDER = Path(__file__).parent / "cases"

Answer = Mapping[str, Any]


def cases_in(file: Path) -> list[tuple[str, dict[str, Any], dict[str, Any]]]:
    table = tomllib.loads(file.read_text("utf-8"))
    return [
        (case["rulebook"] if "rulebook" in case else table["rulebook"], case, table.get("always", {}))
        for case in table["cases"]
    ]


CASES = [case for file in sorted(FOLDER.glob("*.toml")) for case in cases_in(file)]


@pytest.mark.parametrize(("rulebook_id", "case", "always"), CASES, ids=[case["name"] for _, case, _ in CASES])
def test_case(rulebook_id: str, case: dict[str, Any], always: dict[str, Any]) -> None:
    request = {**always, **case["request"]}

    found = answer_to(rulebook_id, request)

    for what, expected in case["expect"].items():
        assert shown(what, found) == expected, what


def answer_to(rulebook_id: str, request: dict[str, Any]) -> Answer:
    edition = rulebook(rulebook_id, date.max)
    try:
        return to_json(assess(request, edition), Explainer("en", edition))
    except BadRequest as refused:
        return {"faults": [str(fault) for fault in refused.faults]}


def shown(what: str, answer: Answer) -> object:
    value = ABRIDGED[what](answer) if what in ABRIDGED else answer[what]
    return "null" if value is None else value


def amount_of(person: Answer) -> object:
    return person["amount"] or f"{person['amount_min']}..{person['amount_max']}"


def pending_of(entry: Answer) -> str:
    who = entry.get("person") or entry.get("role") or entry.get("department") or ""
    limits = "..".join(entry.get("range", ()))
    return " ".join(word for word in (entry["what"], who, limits) if word)


ABRIDGED: Mapping[str, Callable[[Answer], object]] = {
    "grade": lambda answer: answer["grade"] and answer["grade"]["id"],
    "grade_clause": lambda answer: answer["grade"]["clause"],
    "rank": lambda answer: answer["grade"]["rank"],
    "because": lambda answer: answer["grade"]["because"],
    "amounts": lambda answer: {one["id"]: amount_of(one) for one in answer["people"]},
    "rewards": lambda answer: {
        one["id"]: one["reward"] for one in answer["people"] if one["reward"] != "0.00"
    },
    "points": lambda answer: {one["id"]: one["points"] for one in answer["people"] if one["points"] != "0"},
    "accounts": lambda answer: sorted(
        line["explain"] for one in answer["people"] for line in one["lines"] if line["kind"] == "points"
    ),
    "sanctions": lambda answer: {one["id"]: one["sanctions"] for one in answer["people"] if one["sanctions"]},
    "roles": lambda answer: {one["id"]: one["role"] for one in answer["people"]},
    "shares": lambda answer: {
        one["id"]: [one["share_percent"], one["amount"]] for one in answer["departments"]
    },
    "pending": lambda answer: sorted(pending_of(one) for one in answer["pending"]),
    "appeals": lambda answer: [
        " ".join([one["id"], one["by"], one["to"], one.get("deadline", "-"), *one.get("not_by", ())])
        for one in answer.get("appeals", ())
    ],
    "deciders": lambda answer: [one.get("decider") for one in answer["pending"]],
    "readings": lambda answer: sorted(
        one["id"] for one in answer["warnings"] if one["code"] == "interpretation"
    ),
    "codes": lambda answer: sorted({one["code"] for one in answer["warnings"]} - {"interpretation"}),
    "due": lambda answer: {one["id"]: one["due_at"] for one in answer["deadlines"]},
    "months": lambda answer: {one["person"]: one["months"] for one in answer["withholding"]},
    "duties": lambda answer: [one["id"] for one in answer["duties"] if not one["id"].startswith("approval")],
    "chain": lambda answer: [one["owner"] for one in answer["duties"] if one["id"].startswith("approval")],
}
