"""Encrypts wages with a key that lies beside the database, in a file that only its owner may read.

The text is added to a stream of HMAC-SHA256 over a fresh nonce and a counter; a second HMAC over nonce and result
shows any change. Both keys are taken from the one in the file.
"""

import hmac
import os
import secrets
from base64 import urlsafe_b64decode, urlsafe_b64encode
from functools import cached_property
from itertools import chain, count
from pathlib import Path
from typing import Final

WAGES_KEY: Final = "wages.key"
KEY_BYTES: Final = 32
NONCE_BYTES: Final = 16
TAG_BYTES: Final = 32
OWNER_ONLY: Final = 0o600
_VERSION: Final = "v1:"


class KeyFileVault:
    """The key is made on its first use, and read once."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def seal(self, text: str) -> str:
        """The text encrypted; sealing it again gives another one."""
        nonce = secrets.token_bytes(NONCE_BYTES)
        hidden = nonce + self._mixed(nonce, text.encode())
        return _VERSION + urlsafe_b64encode(hidden + self._tag(hidden)).decode()

    def opened(self, sealed: str) -> str:
        """The text that was sealed; ValueError if it was changed, or sealed with another key."""
        whole = urlsafe_b64decode(sealed.removeprefix(_VERSION))
        hidden, tag = whole[:-TAG_BYTES], whole[-TAG_BYTES:]
        if not hmac.compare_digest(tag, self._tag(hidden)):
            raise ValueError(self._file.name)
        return self._mixed(hidden[:NONCE_BYTES], hidden[NONCE_BYTES:]).decode()

    @cached_property
    def _key(self) -> bytes:
        try:
            file = os.open(self._file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, OWNER_ONLY)
        except FileExistsError:
            return self._file.read_bytes()
        key = secrets.token_bytes(KEY_BYTES)
        with os.fdopen(file, "wb") as written:
            written.write(key)
        return key

    def _tag(self, hidden: bytes) -> bytes:
        return hmac.digest(hmac.digest(self._key, b"tag", "sha256"), hidden, "sha256")

    def _mixed(self, nonce: bytes, text: bytes) -> bytes:
        key = hmac.digest(self._key, b"text", "sha256")
        blocks = (hmac.digest(key, nonce + block.to_bytes(8), "sha256") for block in count())
        stream = chain.from_iterable(blocks)
        return bytes(one ^ other for one, other in zip(text, stream, strict=False))
