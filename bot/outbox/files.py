"""Which calls show pieces of evidence that Telegram already has."""

from collections.abc import Iterator, Sequence
from typing import Any

from core.model.evidence import Evidence, Kind

ALBUM = 10
METHODS = {
    Kind.PHOTO: ("sendPhoto", "photo"),
    Kind.VIDEO: ("sendVideo", "video"),
    Kind.DOCUMENT: ("sendDocument", "document"),
    Kind.AUDIO: ("sendAudio", "audio"),
    Kind.VOICE: ("sendVoice", "voice"),
}
# Telegram mixes photos and videos in one album, and nothing else
ALBUMS = ((Kind.PHOTO, Kind.VIDEO), (Kind.DOCUMENT,), (Kind.AUDIO,))

Call = tuple[str, dict[str, Any]]


def file_calls(chat_id: int, pieces: Sequence[Evidence]) -> list[Call]:
    """The calls that show these pieces: albums where Telegram allows them, voice messages one by one."""
    sent = [piece for piece in pieces if piece.file_id and piece.kind in METHODS]
    albums = [
        album for kinds in ALBUMS for album in _albums([piece for piece in sent if piece.kind in kinds])
    ]
    calls = [_album(chat_id, album) if len(album) > 1 else _single(chat_id, album[0]) for album in albums]
    return calls + [_single(chat_id, piece) for piece in sent if piece.kind is Kind.VOICE]


def _albums(pieces: list[Evidence]) -> Iterator[list[Evidence]]:
    for start in range(0, len(pieces), ALBUM):
        yield pieces[start : start + ALBUM]


def _single(chat_id: int, piece: Evidence) -> Call:
    method, field = METHODS[piece.kind]
    return method, {"chat_id": chat_id, field: piece.file_id}


def _album(chat_id: int, pieces: Sequence[Evidence]) -> Call:
    media = [{"type": METHODS[piece.kind][1], "media": piece.file_id} for piece in pieces]
    return "sendMediaGroup", {"chat_id": chat_id, "media": media}
