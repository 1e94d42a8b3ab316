"""The bot's own key for tips: it addresses answers and knows again who is writing one, and opens no tip.

It lies beside the database, in a file that only its owner may read, and in no backup.
"""

import hmac
from functools import cached_property
from hashlib import sha256
from typing import Final

from bot.payroll.vault import KeyFileVault

TIPS_KEY: Final = "tips.key"


class OwnKey(KeyFileVault):
    """The key is made on its first use, and read once."""

    def mark_of_person(self, chat_id: int) -> str:
        """What stands for somebody who is writing a tip; it cannot be guessed without the key."""
        return self._mark(f"person:{chat_id}")

    def mark_of_message(self, chat_id: int, message_id: int) -> str:
        """What stands for one message of a tip."""
        return self._mark(f"message:{chat_id}:{message_id}")

    def _mark(self, what: str) -> str:
        return hmac.new(self._secret, what.encode(), sha256).hexdigest()

    @cached_property
    def _secret(self) -> bytes:
        self.seal("")  # the key is made where there is none yet
        return sha256(b"gongdao tip marks 1" + self._file.read_bytes()).digest()
