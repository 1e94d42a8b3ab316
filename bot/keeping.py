"""What the bot keeps on disk: where evidence lies, and for how many days raw updates and sent messages stay."""

from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Keeping:
    """`evidence` is a folder; both are emptied `raw_for` after they came."""

    evidence: Path
    raw_for: timedelta = timedelta(days=30)
