"""Puts the running bot together: database, wire, clock and the six loops, started and stopped in order."""

import asyncio
import gc
import logging
import os
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager, suppress
from datetime import timedelta
from pathlib import Path
from typing import Any, Protocol

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PublicKey
from telegram.error import InvalidToken, TelegramError

from bot.clock import Clock, SandboxClock, SystemClock
from bot.company_rulebooks import CompanyRulebooks
from bot.drift import looking_for_drift
from bot.health.server import serving_metrics
from bot.health.watch import Watch
from bot.health.watching import Watching
from bot.keeping import Keeping
from bot.lock import alone_on
from bot.loops import Loops
from bot.outbox.delivery import Delivery
from bot.payroll.vault import WAGES_KEY, KeyFileVault
from bot.render.renderer import Renderer
from bot.secrets import SystemSecrets
from bot.signal import Signal
from bot.stopping import StopAsked, stop_asked, unless
from bot.storage.engine import Database, open_database
from bot.storage.filling_index import fill_index
from bot.storage.migrate import migrate
from bot.storage.unit_of_work import Surroundings, UnitsOfWork
from bot.supervisor import Supervisor
from bot.transport import Wire, wire_to
from core.actions.duty.open_periodic_duties import keep_calendar
from core.model.company import Company
from handlers.routes import Routes

ASK_AGAIN = 2.0
logger = logging.getLogger(__name__)


class BotSettings(Protocol):
    """What the bot needs to be told."""

    token: str
    api_base_url: str
    file_base_url: str
    proxy: str
    clock_url: str
    data: Path
    keep_raw_days: int

    @property
    def database(self) -> Path:
        """The SQLite file."""
        ...

    def company(self) -> Company:
        """What rules and conversations need to know of the company."""
        ...

    def delivery(self) -> Delivery:
        """Within which limits messages are sent, and how many at once."""
        ...

    def tip_key(self) -> X25519PublicKey | None:
        """The key that tips are sealed to; None where none are taken."""
        ...

    @property
    def keep_tips_days(self) -> int:
        """For how long tips are kept after they were handed in."""
        ...

    def watching(self) -> Watching:
        """How late is late, and where the metrics are."""
        ...

    def rulebooks_at_hand(self) -> CompanyRulebooks:
        """What ships, the company's own files, and what it composes."""
        ...


OnReady = Callable[[Wire, UnitsOfWork], Coroutine[Any, Any, None]]


async def run_bot(settings: BotSettings, routes: Routes, on_ready: OnReady | None = None) -> None:
    """Run until SIGTERM or SIGINT; `on_ready` is called once before the first update is taken.

    AlreadyRunning if another bot holds the database, InvalidToken if the token is refused, MetricsAddressTaken.
    """
    asked, supervisor = stop_asked(), Supervisor.of(os.environ)
    settings.data.mkdir(mode=0o700, parents=True, exist_ok=True)
    with alone_on(settings.database), suppress(StopAsked):
        await _run(settings, routes, on_ready, asked, supervisor)
    logger.info("stopped")


async def _run(
    settings: BotSettings,
    routes: Routes,
    on_ready: OnReady | None,
    asked: asyncio.Event,
    supervisor: Supervisor,
) -> None:
    wire = wire_to(settings.token, settings.api_base_url, settings.file_base_url, settings.proxy)
    moved = Signal()
    async with (
        _database(settings.database) as database,
        _clock(settings.clock_url, moved) as clock,
        _open(wire, asked, supervisor),
    ):
        units = UnitsOfWork(database, _surroundings(settings, wire.username))
        if on_ready:
            await unless(asked, on_ready(wire, units))
        await fill_index(units, clock.now())
        async with units.open(clock.now()) as uow:
            await keep_calendar(uow)
        loops = Loops(wire, units, clock, routes, _keeping(settings), moved)
        logger.info("running as @%s", wire.username)
        watching = settings.watching()
        watch = Watch(units, clock, watching)
        async with (
            serving_metrics(watching.metrics, watch.vitals),
            supervisor.watching(watch.is_well),
            looking_for_drift(units, clock.now),
        ):
            # what a start has made stays: the collector need not look through it again and again
            gc.freeze()
            supervisor.is_ready(f"running as @{wire.username}")
            await loops.run(asked, watch.run, supervisor.is_stopping)


def _surroundings(settings: BotSettings, bot_name: str) -> Surroundings:
    company = settings.company()
    return Surroundings(
        company=company,
        rulebooks=settings.rulebooks_at_hand(),
        secrets=SystemSecrets(),
        wording=Renderer(company),
        vault=KeyFileVault(settings.data / WAGES_KEY),
        bot_name=bot_name,
    )


def _keeping(settings: BotSettings) -> Keeping:
    raw_for = timedelta(days=settings.keep_raw_days)
    tips_for = timedelta(days=settings.keep_tips_days)
    return Keeping(settings.data / "evidence", raw_for, settings.delivery(), settings.tip_key(), tips_for)


@asynccontextmanager
async def _database(path: Path) -> AsyncIterator[Database]:
    database = open_database(path)
    try:
        await migrate(database)
        yield database
    finally:
        await database.close()


@asynccontextmanager
async def _clock(url: str, moved: Signal) -> AsyncIterator[Clock]:
    if not url:
        yield SystemClock()
        return
    clock = SandboxClock(url, moved.ring)
    await clock.read()
    following = asyncio.create_task(clock.follow())
    yield clock
    following.cancel()
    with suppress(asyncio.CancelledError):
        await following


@asynccontextmanager
async def _open(wire: Wire, asked: asyncio.Event, supervisor: Supervisor) -> AsyncIterator[None]:
    try:
        await unless(asked, _reach(wire, supervisor))
        yield
    finally:
        await wire.shutdown()


async def _reach(wire: Wire, supervisor: Supervisor) -> None:
    """Wait for the Bot API, for as long as it takes; InvalidToken if it refuses the token."""
    while True:
        try:
            await wire.initialize()
        except InvalidToken:
            raise
        except TelegramError as fault:
            logger.warning("the Bot API does not answer yet: %s", fault)
            supervisor.says(f"the Bot API does not answer yet: {fault}")
            await asyncio.sleep(ASK_AGAIN)
        else:
            return
