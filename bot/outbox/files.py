"""Which calls show pieces of evidence: those that Telegram already has, and documents that the bot has issued."""

from collections.abc import Iterator, Sequence
from typing import Any

from bot.outbox.stored import NAME, STORED
from core.model.evidence import Evidence, Kind, Storing

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


def file_calls(pieces: Sequence[Evidence]) -> list[Call]:
    """The calls that show these pieces: albums where Telegram allows them, voice messages one by one."""
    sent = [piece for piece in pieces if piece.file_id and piece.kind in METHODS]
    ours = [piece for piece in pieces if not piece.file_id and piece.storing is Storing.STORED]
    albums = [
        album for kinds in ALBUMS for album in _albums([piece for piece in sent if piece.kind in kinds])
    ]
    calls = [_album(album) if len(album) > 1 else _single(album[0]) for album in albums]
    calls += [_single(piece) for piece in sent if piece.kind is Kind.VOICE]
    return calls + [(_issued_as(piece), {STORED: piece.sha256, NAME: piece.name}) for piece in ours]


def _issued_as(piece: Evidence) -> str:
    """What the bot has made is a picture to look at, or a document."""
    return "sendPhoto" if piece.kind is Kind.PHOTO else "sendDocument"


def _albums(pieces: list[Evidence]) -> Iterator[list[Evidence]]:
    for start in range(0, len(pieces), ALBUM):
        yield pieces[start : start + ALBUM]


def _single(piece: Evidence) -> Call:
    method, field = METHODS[piece.kind]
    return method, {field: piece.file_id}


def _album(pieces: Sequence[Evidence]) -> Call:
    media = [{"type": METHODS[piece.kind][1], "media": piece.file_id} for piece in pieces]
    return "sendMediaGroup", {"media": media}
