"""How messages are sent: within which limits, and how many at once."""

import random
from collections.abc import Callable
from dataclasses import dataclass

from bot.outbox.limits import Limits

UNLIMITED_AT_ONCE = 64
JITTER: Callable[[], float] = random.SystemRandom().random


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """`at_once` messages may be on their way and not yet marked as sent; a kill can repeat so many.

    Without `limits` nothing is held back. `jitter` gives numbers from 0 to 1 that spread what is tried again.
    """

    limits: Limits | None = None
    at_once: int = 1
    jitter: Callable[[], float] = JITTER
