"""`python -m tests.soak`: the long form; one count a line, and not 0 at the end if one of them is wrong."""

import asyncio
import os
import sys
import tempfile
from pathlib import Path

from tests.soak.counting import Count, together
from tests.soak.day import Day, work
from tests.soak.evening.evening import spend
from tests.soak.notices import Sending, send_notices
from tests.soak.storm import Storm

CASES = int(os.environ.get("SOAK_CASES", "500"))
KILLS = int(os.environ.get("SOAK_KILLS", "200"))
UPDATES = int(os.environ.get("SOAK_UPDATES", "100000"))
NOTICES = int(os.environ.get("SOAK_NOTICES", "10000"))
SEED = int(os.environ.get("SOAK_SEED", "1"))
LANES = 4


async def soak(folder: Path) -> list[Count]:
    """A day and an evening, a storm, and notices at the pace of the calendar, in that folder."""
    day = await work(Day(cases=CASES, kills=KILLS, lanes=LANES, seed=SEED), folder)
    evening = await spend(folder / "evening")
    storm = await Storm(SEED).blows(UPDATES, folder)
    notices = await send_notices(Sending(notices=NOTICES), folder)
    return together([*day, *evening, *storm, *notices])


def main() -> None:
    """Soak, print, and exit."""
    with tempfile.TemporaryDirectory() as folder:
        counts = asyncio.run(soak(Path(folder)))
    for count in counts:
        sys.stdout.write(f"{count.name} {count.found}\n")
    wrong = [count.name for count in counts if not count.is_right]
    sys.exit(f"wrong: {', '.join(wrong)}" if wrong else 0)


if __name__ == "__main__":
    main()
