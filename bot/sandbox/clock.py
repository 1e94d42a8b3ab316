"""The sandbox's one clock: every date that the server emits is read from it."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo

from bot.sandbox.signal import Signal
from bot.sandbox.wire import Json

SHANGHAI = ZoneInfo("Asia/Shanghai")


def real_now() -> datetime:
    """Tell this machine's time, aware, in UTC."""
    return datetime.now(UTC)


class SandboxClock:
    """Stands still at a given moment, or runs at an offset from the real time.

    `seq` changes with every change of the clock's course, never by the mere passing of time.
    """

    def __init__(
        self,
        *,
        frozen_at: datetime | None = None,
        zone: tzinfo = SHANGHAI,
        real: Callable[[], datetime] = real_now,
    ) -> None:
        self.zone = zone
        self.seq = 1
        self.changed = Signal()
        self._real = real
        self._offset = timedelta(0)
        self._frozen = frozen_at

    @property
    def is_running(self) -> bool:
        """Whether time passes by itself."""
        return self._frozen is None

    def now(self) -> datetime:
        """The sandbox's present moment in the clock's zone."""
        moment = self._real() + self._offset if self._frozen is None else self._frozen
        return moment.astimezone(self.zone)

    def timestamp(self) -> int:
        """Whole seconds since 1970, as Telegram dates messages."""
        return int(self.now().timestamp())

    def advance(self, by: timedelta) -> None:
        """Move on; a negative span moves back."""
        self.set_to(self.now() + by)

    def set_to(self, moment: datetime) -> None:
        """Jump to an aware moment; a running clock goes on running from there."""
        if self._frozen is None:
            self._offset = moment - self._real()
        else:
            self._frozen = moment
        self._tell()

    def run(self, running: bool) -> None:
        """Let time pass, or hold it at this moment."""
        moment = self.now()
        self._frozen = None if running else moment
        self._offset = moment - self._real() if running else timedelta(0)
        self._tell()

    def reading(self) -> Json:
        """What the page and the bot are told: `seq`, `now` (ISO 8601 with offset), `running`."""
        return {"seq": self.seq, "now": self.now().isoformat(), "running": self.is_running}

    def snapshot(self) -> Json:
        """What `restore` needs to go on after a restart; a running clock keeps its offset."""
        return {
            "seq": self.seq,
            "frozen": None if self._frozen is None else self._frozen.isoformat(),
            "offset": self._offset.total_seconds(),
        }

    def restore(self, data: Json) -> None:
        """Go on from a snapshot."""
        self.seq = data["seq"]
        self._frozen = None if data["frozen"] is None else datetime.fromisoformat(data["frozen"])
        self._offset = timedelta(seconds=data["offset"])

    def _tell(self) -> None:
        self.seq += 1
        self.changed.ring()
