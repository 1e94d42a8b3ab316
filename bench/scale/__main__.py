"""`make bench-scale`: a company with a million cases, and what everything costs there. Prints; never judges."""

import argparse
import asyncio
import tempfile
from contextlib import AbstractContextManager, nullcontext
from datetime import UTC, datetime
from pathlib import Path

from bench.child import free_port
from bench.fake_api import HOST
from bench.scale.commands import COMMANDS, run
from bench.scale.copies import Times
from bench.scale.costs import Costing, Costs
from bench.scale.doings import doings
from bench.scale.filling import fill
from bench.scale.founding import found
from bench.scale.questions import questions
from bench.scale.starting import start
from bot.company_database import company_database
from bot.settings import Settings, settings_from

HEADING = f"{'milliseconds':44}{'CPU p50':>9}{'CPU p95':>9}{'wall p50':>10}{'wall p95':>10}{'limit':>8}"


def asked() -> argparse.Namespace:
    """What was asked for on the command line."""
    parser = argparse.ArgumentParser(prog="python -m bench.scale", description=__doc__)
    parser.add_argument("--cases", type=int, default=1_000_000, help="so many (%(default)s)")
    parser.add_argument("--runs", type=int, default=40, help="of each update (%(default)s)")
    parser.add_argument(
        "--folder", type=Path, help="kept, and filled only if it is empty; else a temporary one"
    )
    parser.add_argument("--only", default="", help="questions whose name has this word, and no commands")
    return parser.parse_args()


def main() -> None:
    """Fill, measure, print."""
    wanted = asked()
    with _folder(wanted.folder) as name:
        folder = Path(name)
        if not (folder / "gongdao.toml").exists():
            folder.mkdir(exist_ok=True)
            _filled(folder, wanted.cases)
        settings = settings_from(folder / "gongdao.toml")
        print(f"\n{settings.database.stat().st_size / 2**30:.1f} GiB\n\n{HEADING}", flush=True)
        asyncio.run(_measure(settings, wanted))
        if not wanted.only:
            _run_commands(folder)
            _start(folder)


def _folder(kept: Path | None) -> AbstractContextManager[str]:
    return nullcontext(str(kept)) if kept else tempfile.TemporaryDirectory(prefix="gongdao-scale-")


def _filled(folder: Path, cases: int) -> None:
    settings = asyncio.run(found(folder, f"http://{HOST}:{free_port()}"))
    fill(settings.database, cases, datetime.now(UTC))


async def _measure(settings: Settings, wanted: argparse.Namespace) -> None:
    async with company_database(settings) as units:
        costing = Costing(units, wanted.runs)
        async with units.database.reading() as connection:
            every = [one async for one in questions(connection)]
        for one in every:
            if wanted.only in one.name:
                _print(await costing.of_update(one.name, one.update, one.limit))
        if not wanted.only:
            async for costs in doings(costing, settings):
                _print(costs)


def _print(costs: Costs) -> None:
    cells = (costs.cpu(50), costs.cpu(95), costs.wall(50), costs.wall(95))
    said = f"{costs.name:44}{cells[0]:9.1f}{cells[1]:9.1f}{cells[2]:10.1f}{cells[3]:10.1f}"
    limit = f"{costs.limit:8.0f}" if costs.limit else f"{'-':>8}"
    print(f"{said}{limit}  {costs.refused}", flush=True)


def _run_commands(folder: Path) -> None:
    print(f"\n{'in the shell':44}{'seconds':>9}{'CPU':>9}{'MiB':>10}", flush=True)
    begins, _ = Times(datetime.now(UTC)).month
    with tempfile.TemporaryDirectory(prefix="gongdao-scale-", dir=folder.parent) as beside:
        for words in COMMANDS:
            said = [word.format(beside=beside, day=begins.date()) for word in words]
            ran = run(said, folder)
            name = f"gongdao {' '.join(words[:2])}"
            print(
                f"{name:44}{ran.seconds:9.1f}{ran.cpu:9.1f}{ran.memory:10.0f}  {ran.code or ''}", flush=True
            )


def _start(folder: Path) -> None:
    settings = settings_from(folder / "gongdao.toml")
    port = int(settings.api_base_url.rpartition(":")[2])
    one = asyncio.run(start(folder, port))
    print(
        f"\nstart to first poll {one.seconds:.1f} s, {one.memory:.0f} MiB then, {one.memory_later:.0f} MiB later;"
        f" at rest {one.idle:.1%} of a core"
    )


if __name__ == "__main__":
    main()
