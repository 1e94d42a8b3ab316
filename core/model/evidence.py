"""Something received in chat and kept: a text, a photo, a document, a voice message, a video."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final


class Kind(StrEnum):
    """What was received."""

    TEXT = "text"
    PHOTO = "photo"
    DOCUMENT = "document"
    VIDEO = "video"
    VOICE = "voice"
    AUDIO = "audio"


class Storing(StrEnum):
    """Whether its bytes are here; a text has none."""

    NO_FILE = "no_file"
    TO_FETCH = "to_fetch"
    STORED = "stored"
    TOO_BIG = "too_big"
    MISSING = "missing"


class Holder(StrEnum):
    """What the piece belongs to."""

    DRAFT = "draft"
    CASE = "case"
    STATEMENT = "statement"
    APPEAL = "appeal"
    DUTY = "duty"
    RECEIPT = "receipt"
    PAPER = "paper"
    ROUND = "round"
    UNDERTAKING = "undertaking"


MOST_FETCHED: Final = 20 * 1024 * 1024
"""What a bot may download from Telegram's own servers, bytes; inclusive."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One piece of evidence; never rewritten, only fetched and linked. `size` is bytes.

    `sight` says what a picture looks like (`core.finding.sights`); it is empty for everything else.
    """

    id: int = 0
    holder: Holder
    holder_id: int
    kind: Kind
    storing: Storing
    text: str = ""
    file_id: str = ""
    file_unique_id: str = ""
    name: str = ""
    mime: str = ""
    size: int = 0
    sha256: str = ""
    sight: str = ""
    media_group_id: str = ""
    origin_name: str = ""
    origin_at: datetime | None = None
    chat_id: int
    message_id: int
    received_by: int
    received_at: datetime
    tries: int = 0
    retry_at: datetime | None = None
