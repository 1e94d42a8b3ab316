"""`make bench`: update to reply beside two bare echo bots, assessments and gradings a second. Prints; never judges."""

import asyncio
from collections.abc import Sequence

from bench import assess_bench, grading_bench
from bench.contestants import AIOGRAM, GONGDAO, PTB, Contestant
from bench.options import Options, options_from
from bench.stage import Round, round_of
from bench.table import print_ratios, print_table

CONTESTANTS = (PTB, AIOGRAM, GONGDAO)


async def interleaved(contestants: Sequence[Contestant], options: Options) -> dict[str, list[Round]]:
    """All rounds, one contestant after the other in every round, so that a slow minute hits all of them."""
    rounds: dict[str, list[Round]] = {contestant.name: [] for contestant in contestants}
    for number in range(1, options.runs + 1):
        for contestant in contestants:
            one = await round_of(contestant, options)
            rounds[contestant.name].append(one)
            print(f"round {number}: {contestant.name}: {one.rate:.0f}/s, p95 {one.p95:.1f} ms", flush=True)
    return rounds


def main() -> None:
    """Measure and print."""
    options = options_from()
    contestants = [one for one in CONTESTANTS if options.only in one.name]
    rounds = asyncio.run(interleaved(contestants, options))
    print_table(rounds)
    if GONGDAO.name in rounds:
        print_ratios(GONGDAO.name, rounds)
    if not options.only:
        print("\nassessments a second, one core:")
        assess_bench.main()
        print("\ngradings a second, one core:")
        grading_bench.main()


main()
