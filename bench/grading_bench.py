"""Gradings a second: one table of six grades, ours and zen-engine's, without and with a trace, in turns.

Run alone: python -m bench.grading_bench.
"""

from collections.abc import Callable
from datetime import date
from statistics import median

from bench.assess_bench import rate_of
from bench.zen_table import FLAGS, KEY, engine
from bot.rulebooks import rulebook
from core.rulebook.circumstances import Circumstances
from core.rules.assessment.findings import Findings
from core.rules.assessment.grading import find_grade
from core.rules.assessment.quick_grade import quick_grade

ROUNDS = 3
FACTS = dict.fromkeys(FLAGS, False)
DIRECT = 60000


def main(seconds: float = 1.0) -> None:
    """Measure both in turns and print the medians with their ratios."""
    runs = _runs()
    measured: dict[str, list[float]] = {name: [] for name in runs}
    for _ in range(ROUNDS):
        for name, once in runs.items():
            measured[name].append(rate_of(once, seconds))
    rates = {name: median(figures) for name, figures in measured.items()}
    for name, rate in rates.items():
        print(f"{name:32} {rate:10,.0f} /s")
    ours, theirs = list(rates.values())[:2], list(rates.values())[2:]
    print(f"gongdao without a trace: {ours[0] / theirs[0]:.1f} x zen-engine without")
    print(
        f"gongdao with a trace: {ours[1] / theirs[0]:.1f} x zen-engine without, {ours[1] / theirs[1]:.1f} x with"
    )


def _runs() -> dict[str, Callable[[], object]]:
    edition, zen = rulebook("six-grade-incidents", date(2025, 3, 3)), engine()
    quick, losses, asked = quick_grade(edition), {"material": DIRECT}, {**FACTS, "direct": DIRECT}

    def traced() -> object:
        facts = {**edition.case_defaults, **FACTS}
        case = Circumstances(date(2025, 3, 3), facts, losses, DIRECT, dict(edition.setting_values), ())
        return find_grade(edition, case, Findings())

    return {
        "gongdao, the grade alone": lambda: quick(FACTS, losses),
        "gongdao, with its trace": traced,
        "zen-engine, the grade alone": lambda: zen.evaluate(KEY, asked),
        "zen-engine, with its trace": lambda: zen.evaluate(KEY, asked, {"trace": True}),
    }


if __name__ == "__main__":
    main()
