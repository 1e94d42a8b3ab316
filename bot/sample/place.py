"""The folder in which a sandbox keeps its sample company."""

from dataclasses import dataclass
from datetime import datetime
from importlib.resources import files
from pathlib import Path
from shutil import rmtree
from zoneinfo import ZoneInfo

from bot.settings import Settings, settings_from
from bot.tips.key_file import make_key

# A Monday morning: a customer's message has just come in.
OPENING = datetime(2025, 3, 3, 8, 12, tzinfo=ZoneInfo("Asia/Shanghai"))
TIP_KEY = "tip-reader.key"
PASSPHRASE = "sandbox-only"  # noqa: S105 - of a company that does not exist


class NotASandbox(Exception):
    """The folder holds something else, which must not be touched."""


@dataclass(frozen=True, slots=True)
class Place:
    """`root` holds the company's configuration and data, and the sandbox's own state."""

    root: Path

    @property
    def config(self) -> Path:
        """The company's configuration."""
        return self.root / "gongdao.toml"

    @property
    def sandbox(self) -> Path:
        """What people said to the bot on this machine."""
        return self.root / "sandbox"

    @property
    def _mark(self) -> Path:
        return self.root / ".gongdao-sandbox"

    @property
    def _founded(self) -> Path:
        return self.root / "founded"

    def is_founded(self) -> bool:
        """Whether the sample company is there, with its opening scene."""
        return self._founded.exists()

    def clear(self) -> None:
        """Take away what an earlier or an unfinished sandbox left; NotASandbox if the folder is somebody else's."""
        if self.root.exists() and any(self.root.iterdir()) and not self._mark.exists():
            raise NotASandbox(self.root)
        for folder in (self.sandbox, self.root / "company"):
            rmtree(folder, ignore_errors=True)
        self._founded.unlink(missing_ok=True)
        self.root.mkdir(parents=True, exist_ok=True)
        self._mark.touch()
        text = (files("bot.sample") / "gongdao.toml").read_text(encoding="utf-8")
        self.config.write_text(f'{text}\n[tips]\nkey = "{self._tip_key()}"\n', encoding="utf-8")

    def _tip_key(self) -> str:
        """A key for tips of its own, under a passphrase that everybody may know: here nothing is true."""
        file = self.root / TIP_KEY
        file.unlink(missing_ok=True)
        return make_key(file, PASSPHRASE)

    def mark_founded(self) -> None:
        """From now on the company is opened as it was left."""
        self._founded.touch()

    def settings(self) -> Settings:
        """The company's settings."""
        return settings_from(self.config)
