"""A confidential tip (举报) under a pseudonym: its pieces are sealed to whoever holds the tip key, from the first commit on."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from core.model.evidence import Storing
from core.model.money import Money


class TipState(StrEnum):
    """Where a tip stands: being written, handed in, taken back before that, or erased when its years were over."""

    OPEN = "open"
    SENT = "sent"
    WITHDRAWN = "withdrawn"
    ERASED = "erased"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tip:
    """One tip. `number` is the pseudonym, all that anybody sees of whoever sent it.

    `told` is 1 while whoever reads tips knows of something that was not read; `read_at` is the latest reading.
    """

    id: int = 0
    number: str
    state: TipState = TipState.OPEN
    opened_at: datetime
    sent_at: datetime | None = None
    read_at: datetime | None = None
    told: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class TipPiece:
    """One message of a tip, `sealed` to the tip key.

    A file waits as `reference`, sealed with the bot's own key, until its bytes are sealed in the file `sha256`, which
    is written down before the file is: what is named can be erased.
    """

    id: int = 0
    tip_id: int
    sealed: str
    storing: Storing = Storing.NO_FILE
    reference: str = ""
    sha256: str = ""
    size: int = 0
    tries: int = 0
    received_at: datetime


class RewardWay(StrEnum):
    """How a reward reaches its person: with the wages, without saying for what, or outside the books."""

    PAYROLL = "payroll"
    OUTSIDE = "outside"


@dataclass(frozen=True, slots=True, kw_only=True)
class TipReward:
    """A reward proposed for a tip, for one person to decide within the rulebook's range, both ends included.

    `amount` is None until it was decided, and nothing where it was refused; `way` is None until it was paid.
    """

    id: int = 0
    tip_id: int
    site: str
    rulebook: str
    edition: str
    clause: str
    least: Money
    most: Money
    decider_id: int
    asked_by: int
    asked_at: datetime
    amount: Money | None = None
    decided_at: datetime | None = None
    way: RewardWay | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SealedBonus:
    """A bonus that waits for the next month of wages: whose it is and how much, sealed with the key of wages."""

    id: int = 0
    sealed: str
