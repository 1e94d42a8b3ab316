"""Assessments a second: a logistics case of three people with repeat, level, objective cause, deadline and guard.

Run alone: python -m bench.assess_bench [seconds]. Prints three figures, in seconds of one core: from a parsed request to the
structured trace, from JSON text to the trace, and from JSON text to the answer with its words.
"""

import json
import sys
import time
from collections.abc import Callable
from datetime import date

from bot.explain import Explainer
from bot.rulebooks import rulebook
from core.assess import assess
from core.rules.assessment.answer_json import to_json
from core.rules.request.json_text import read_json_object

CASE = {
    "occurred_on": "2025-03-03",
    "losses": [
        {"kind": "customer_compensation", "amount": "800.00"},
        {"kind": "discount", "amount": "200.00"},
        {"kind": "labour", "person_hours": "12"},
        {"kind": "vehicle", "vehicle_hours": "2", "length_m": "4.2"},
        {"kind": "vehicle", "vehicle_hours": "2", "length_m": "6.0"},
    ],
    "facts": {"objective_cause": True},
    "people": [
        {
            "id": "E17",
            "role": "responsible",
            "chosen_rate": "60",
            "reason": "first case",
            "level": "first",
            "previous_serious": 1,
            "month_wage": "8000.00",
        },
        {
            "id": "E03",
            "role": "supervisor",
            "chosen_rate": "10",
            "reason": "briefed",
            "month_wage": "9000.00",
        },
        {"id": "E01", "role": "manager", "chosen_rate": "10", "reason": "standard", "month_wage": "12000.00"},
    ],
    "events": {"known": "2025-03-03T09:30:00+08:00"},
    "settings": {"minimum_wage": "2490.00"},
}


def rate_of(once: Callable[[], object], seconds: float) -> float:
    """Return how often in a second of one core `once` runs, the best of five rounds."""
    best = 0.0
    for _ in range(5):
        count, start = 0, time.process_time()
        while time.process_time() - start < seconds / 5:
            for _ in range(50):
                once()
            count += 50
        best = max(best, count / (time.process_time() - start))
    return best


def main(seconds: float = 5.0) -> None:
    """Measure and print; each figure takes about `seconds`."""
    edition = rulebook("logistics-liability", date(2025, 3, 3))
    text, words = json.dumps(CASE), Explainer("zh-Hans", edition)
    measured = {
        "parsed request to trace": lambda: assess(CASE, edition),
        "JSON text to trace": lambda: assess(read_json_object(text), edition),
        "JSON text to answer in words": lambda: json.dumps(
            to_json(assess(read_json_object(text), edition), words), ensure_ascii=False
        ),
    }
    for name, once in measured.items():
        print(f"{name:32} {rate_of(once, seconds):10,.0f} /s")


if __name__ == "__main__":
    main(*map(float, sys.argv[1:2]))
