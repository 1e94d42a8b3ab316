"""The medians of a run, beside each other and as ratios."""

from collections.abc import Mapping, Sequence
from statistics import median

from bench.stage import Round

ROWS = (
    ("burst, updates/s", "rate", 0),
    ("CPU, ms an update", "cpu_per_update", 2),
    ("paced p50, ms", "p50", 1),
    ("paced p95, ms", "p95", 1),
    ("paced p99, ms", "p99", 1),
    ("start to first poll, ms", "start", 0),
    ("memory, MiB", "memory", 0),
    ("not answered", "unanswered", 0),
    ("kept in the database", "kept", 0),
)
WIDTH = 26


def print_table(rounds: Mapping[str, Sequence[Round]]) -> None:
    """One column a contestant, one row a figure: the median of its rounds and, in brackets, their range."""
    print("".join(name.rjust(WIDTH) for name in ("", *rounds)))
    for label, figure, places in ROWS:
        cells = (_cell([getattr(one, figure) for one in of_one], places) for of_one in rounds.values())
        print("".join(cell.rjust(WIDTH) for cell in (label, *cells)))


def print_ratios(name: str, rounds: Mapping[str, Sequence[Round]]) -> None:
    """How that contestant's burst compares with each other one's, by medians of this run."""
    own = _rate(rounds[name])
    for other, of_other in rounds.items():
        if other != name and (rate := _rate(of_other)):
            print(f"{name} answers {own / rate:.2f} x as fast in a burst as {other}")


def _rate(rounds: Sequence[Round]) -> float:
    return median(one.rate for one in rounds)


def _cell(values: Sequence[float | None], places: int) -> str:
    measured = [value for value in values if value is not None]
    if not measured:
        return "-"
    if len(measured) == 1:
        return f"{measured[0]:.{places}f}"
    return f"{median(measured):.{places}f} ({min(measured):.{places}f}-{max(measured):.{places}f})"
