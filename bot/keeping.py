"""What the bot keeps: where evidence lies, for how many days raw updates and messages stay, and to what it keeps."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PublicKey

from bot.outbox.delivery import Delivery
from bot.tips.open_albums import running_time


@dataclass(frozen=True, slots=True)
class Keeping:
    """`evidence` is a folder; inbox and outbox are emptied `raw_for` after it came; messages leave as `delivery` says.

    Tips are sealed to `tip_key`, without it none are taken, and erased `tips_for` after they were handed in. The bot's
    own key for tips lies beside the evidence. An album that may be a tip stays open on `album_time`, which counts seconds.
    """

    evidence: Path
    raw_for: timedelta = timedelta(days=30)
    delivery: Delivery = field(default_factory=Delivery)
    tip_key: X25519PublicKey | None = None
    tips_for: timedelta = timedelta(days=1095)
    album_time: Callable[[], float] = running_time
