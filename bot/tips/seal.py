"""Closes what somebody sends for one tip, so that only the holder of the tip key reads it."""

import base64
from dataclasses import dataclass

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PublicKey
from pydantic_core import to_json

from bot.inbox.plain import RawUpdate, raw_json
from bot.tips.sealing import sealed
from bot.tips.sender import Sender


@dataclass(frozen=True, slots=True)
class Seal:
    """The key, whose it is, and the tip's pseudonym."""

    public: X25519PublicKey
    sender: Sender
    tip: str

    def closed(self, update: RawUpdate) -> str:
        """The update and who sent it, as text that tells nothing."""
        # half a character has no place in JSON of the strict kind: escaped it is kept
        content = f'{{"sender":{to_json(self.sender).decode()},"update":{raw_json(update)}}}'
        return base64.b64encode(sealed(content.encode(), self.public, self.tip)).decode()
