"""The six-grade table as a decision of zen-engine, and the engine that holds it compiled."""

import json
from collections.abc import Mapping

import zen

FLAGS = (
    "major_loss",
    "reputation_seriously_hurt",
    "serious_loss",
    "shipped_and_reputation_hurt",
    "stocked_and_hurt_next_process",
    "batch",
)
ROWS: tuple[Mapping[str, str], ...] = (
    {"major_loss": "true", "reputation_seriously_hurt": "true", "grade": '"grade_6"'},
    {"shipped_and_reputation_hurt": "true", "serious_loss": "true", "grade": '"grade_5"'},
    {"shipped_and_reputation_hurt": "true", "grade": '"grade_4"'},
    {"direct": "> 100000", "grade": '"grade_4"'},
    {"stocked_and_hurt_next_process": "true", "grade": '"grade_3"'},
    {"direct": "> 50000", "grade": '"grade_3"'},
    {"batch": "true", "grade": '"grade_2"'},
    {"direct": "> 20000", "grade": '"grade_2"'},
    {"grade": '"grade_1"'},
)
KEY = "six-grades"


def engine() -> zen.ZenEngine:
    """The engine with the decision compiled once, so that only evaluating is timed."""
    content = zen.ZenDecisionContent(json.dumps(_decision()))
    return zen.ZenEngine({"loader": lambda _key: content})


def _decision() -> dict[str, object]:
    table = {
        "hitPolicy": "first",
        "inputs": [{"id": name, "name": name, "field": name} for name in (*FLAGS, "direct")],
        "outputs": [{"id": "grade", "name": "grade", "field": "grade"}],
        "rules": [{"_id": str(place), **row} for place, row in enumerate(ROWS)],
    }
    nodes = [
        _node("in", "inputNode"),
        _node("table", "decisionTableNode", content=table),
        _node("out", "outputNode"),
    ]
    return {"nodes": nodes, "edges": [_edge("in", "table"), _edge("table", "out")]}


def _node(name: str, kind: str, **more: object) -> dict[str, object]:
    return {"id": name, "name": name, "type": kind, "position": {"x": 0, "y": 0}, **more}


def _edge(source: str, target: str) -> dict[str, object]:
    return {"id": f"{source}-{target}", "type": "edge", "sourceId": source, "targetId": target}
