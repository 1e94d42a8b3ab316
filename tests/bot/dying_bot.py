"""A bot of its own process, to be killed: `python -m tests.bot.dying_bot FOLDER URL`."""

import asyncio
import os
import sys
from dataclasses import dataclass
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PublicKey

from bot.app import run_bot
from bot.company_rulebooks import CompanyRulebooks
from bot.health.watching import Watching
from bot.logs import log_to
from bot.outbox.delivery import Delivery
from bot.tips.key_file import public_from
from core.model.company import Company
from tests import make
from tests.bot.probing import PROBES

TOKEN = "123456:office"


@dataclass(kw_only=True)
class DyingSettings:
    """What the bot needs to be told."""

    data: Path
    api_base_url: str
    clock_url: str
    token: str = TOKEN
    keep_raw_days: int = 30
    keep_tips_days: int = 1095
    file_base_url: str = ""
    proxy: str = ""

    @property
    def database(self) -> Path:
        """The database of the office."""
        return self.data / "test.sqlite3"

    def company(self) -> Company:
        """The company of tests.make."""
        return make.company()

    def delivery(self) -> Delivery:
        """No limits, and one message at once: so a kill repeats at most that one."""
        return Delivery()

    def tip_key(self) -> X25519PublicKey | None:
        """Tips are taken where a key is given."""
        key = os.environ.get("TIP_KEY")
        return public_from(key) if key else None

    def watching(self) -> Watching:
        """As usual, without metrics."""
        return Watching(data=self.data)

    def rulebooks_at_hand(self) -> CompanyRulebooks:
        """What ships."""
        return CompanyRulebooks()


if __name__ == "__main__":
    folder, url = sys.argv[1:]
    log_to()
    settings = DyingSettings(data=Path(folder), api_base_url=url, clock_url=f"{url}/sandbox/clock")
    asyncio.run(run_bot(settings, PROBES))
