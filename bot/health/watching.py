"""What watching over the bot needs to be told."""

from dataclasses import dataclass, field
from pathlib import Path

from bot.health.judging import Limits


@dataclass(frozen=True, slots=True, kw_only=True)
class Watching:
    """`data` is the data folder, `published` the years whose working days ship; `metrics` is an address, if wanted."""

    data: Path
    published: frozenset[int] = frozenset()
    limits: Limits = field(default_factory=Limits)
    metrics: tuple[str, int] | None = None
