"""Encrypts wages with a key that lies beside the database, in a file that only its owner may read."""

import os
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import Final

from cryptography.fernet import Fernet, InvalidToken

from bot.durable import sync, written_whole

WAGES_KEY: Final = "wages.key"


class KeyFileVault:
    """The key is made on its first use, and read once."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def seal(self, text: str) -> str:
        """The text encrypted; sealing it again gives another one."""
        return self._cipher.encrypt(text.encode()).decode()

    def opened(self, sealed: str) -> str:
        """The text that was sealed; ValueError if it was changed, or sealed with another key."""
        try:
            return self._cipher.decrypt(sealed).decode()
        except InvalidToken:
            raise ValueError(self._file.name) from None

    @cached_property
    def _cipher(self) -> Fernet:
        if not self._file.exists():
            self._make_key()
        return Fernet(self._file.read_bytes())

    def _make_key(self) -> None:
        """Put a key in place whole, on the disk before it seals anything; a key that somebody made meanwhile stands."""
        mine = self._file.with_name(f"{self._file.name}.{os.getpid()}")
        with written_whole(mine) as file:
            file.write(Fernet.generate_key())
        with suppress(FileExistsError):
            os.link(mine, self._file)
        mine.unlink()
        sync(self._file.parent)
