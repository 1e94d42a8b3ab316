"""What can be asked of the benchmark."""

import argparse
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Sizes of one run. `delay` is the Bot API's round trip in milliseconds; `per_second` paces `paced` updates."""

    burst: int
    paced: int
    per_second: float
    runs: int
    delay: float
    only: str


def options_from(arguments: Sequence[str] | None = None) -> Options:
    """The options on the command line."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--n", type=int, default=5000, help="updates in the burst (%(default)s)")
    parser.add_argument("--paced", type=int, default=500, help="updates sent at a steady pace (%(default)s)")
    parser.add_argument("--rate", type=float, default=50, help="that pace, a second (%(default)s)")
    parser.add_argument("--runs", type=int, default=3, help="interleaved rounds (%(default)s)")
    parser.add_argument(
        "--delay", type=float, default=0, help="round trip of the Bot API in ms (%(default)s)"
    )
    parser.add_argument("--quick", action="store_true", help="one round, 500 updates, to see that it runs")
    parser.add_argument("--only", default="", help="contestants whose name has this word, and nothing else")
    asked = parser.parse_args(arguments)
    burst, paced, runs = (500, 100, 1) if asked.quick else (asked.n, asked.paced, asked.runs)
    return Options(
        burst=burst, paced=paced, per_second=asked.rate, runs=runs, delay=asked.delay, only=asked.only
    )
