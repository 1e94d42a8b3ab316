"""The whole sandbox as one object: who exists, what was said, what waits, what time it is."""

from dataclasses import dataclass, field
from pathlib import Path

from bot.sandbox.bot_profile import BotProfile
from bot.sandbox.callback_queries import CallbackQueries
from bot.sandbox.clock import SandboxClock
from bot.sandbox.directory import Directory
from bot.sandbox.event_log import EventLog
from bot.sandbox.file_store import FileStore
from bot.sandbox.flood_guard import FloodGuard
from bot.sandbox.history import History
from bot.sandbox.manners import Manners
from bot.sandbox.person import BotAccount
from bot.sandbox.unread import Unread
from bot.sandbox.update_queue import UpdateQueue
from bot.sandbox.wire import Json


@dataclass(kw_only=True, slots=True)
class World:
    """Everything that the server knows; `calls` counts what the bot asked besides polling.

    With a folder it is kept there, else only in memory.
    """

    bot: BotAccount
    clock: SandboxClock
    files: FileStore
    folder: Path | None = None
    profile: BotProfile = field(default_factory=BotProfile)
    directory: Directory = field(default_factory=Directory)
    history: History = field(default_factory=History)
    unread: Unread = field(default_factory=Unread)
    updates: UpdateQueue = field(default_factory=UpdateQueue)
    queries: CallbackQueries = field(default_factory=CallbackQueries)
    manners: Manners = field(default_factory=Manners)
    flood_guard: FloodGuard = field(default_factory=FloodGuard)
    events: EventLog = field(default_factory=EventLog)
    calls: int = 0

    def close(self) -> None:
        """Let go of everybody who waits for something."""
        for signal in (self.clock.changed, self.updates.changed, self.queries.changed, self.events.changed):
            signal.close()

    def snapshot(self) -> Json:
        """Everything but the bytes of files and the memory of events."""
        return {
            "clock": self.clock.snapshot(),
            "profile": self.profile.snapshot(),
            "directory": self.directory.snapshot(),
            "history": self.history.snapshot(),
            "unread": self.unread.as_json(),
            "updates": self.updates.snapshot(),
            "files": self.files.snapshot(),
            "queries": self.queries.last,
            "events": self.events.seq,
        }

    def restore(self, data: Json) -> None:
        """Go on where a snapshot ends."""
        self.clock.restore(data["clock"])
        self.profile.restore(data["profile"])
        self.directory.restore(data["directory"])
        self.history.restore(data["history"])
        self.unread.restore(data["unread"])
        self.updates.restore(data["updates"])
        self.files.restore(data["files"])
        self.queries.last = data["queries"]
        self.events.seq = data["events"]
