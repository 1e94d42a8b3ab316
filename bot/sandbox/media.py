"""How a stored file stands in a message: PhotoSize list, Video, Voice, Audio, Document or Sticker."""

from dataclasses import replace

from bot.sandbox.file_store import FileStore, StoredFile
from bot.sandbox.picture_size import picture_size
from bot.sandbox.wire import Json, without_empty

KINDS = ("photo", "video", "voice", "audio", "document", "sticker")
PHOTO_SIDES = {"s": 90, "m": 320, "x": 800}
UNKNOWN_PICTURE = (1280, 960)
MIME_OF = {
    "photo": "image/jpeg",
    "video": "video/mp4",
    "voice": "audio/ogg",
    "audio": "audio/mpeg",
    "sticker": "image/webp",
    "document": "application/octet-stream",
}


def store_media(files: FileStore, data: bytes | int, *, kind: str, name: str, mime: str = "") -> StoredFile:
    """Keep a file of this kind, measured as far as its bytes tell; photos get their smaller sizes too."""
    stored = files.add(data, kind=kind, name=name, mime=mime or MIME_OF[kind])
    if kind in {"voice", "audio", "video"}:
        stored = replace(stored, duration=max(1, stored.size // 16_000))
    if kind in {"photo", "video"}:
        width, height = picture_size(data if isinstance(data, bytes) else b"") or UNKNOWN_PICTURE
        stored = replace(stored, width=width, height=height)
    files.put(stored)
    if kind == "photo":
        _add_sizes(files, stored)
    return stored


def _add_sizes(files: FileStore, stored: StoredFile) -> None:
    longest = max(stored.width, stored.height)
    for mark, side in PHOTO_SIDES.items():
        if side < longest:
            width, height = (max(1, edge * side // longest) for edge in (stored.width, stored.height))
            files.resized(stored, mark, width, height)


def media_json(files: FileStore, stored: StoredFile) -> Json | list[Json]:
    """The value of the message's field of this kind."""
    if stored.kind == "photo":
        return [_photo_size(size) for size in files.family_of(stored)]
    return _FIELDS[stored.kind](stored)


def _named(stored: StoredFile) -> Json:
    return {"file_id": stored.file_id, "file_unique_id": stored.unique_id, "file_size": stored.size}


def _photo_size(stored: StoredFile) -> Json:
    return _named(stored) | {"width": stored.width, "height": stored.height}


def _document(stored: StoredFile) -> Json:
    return without_empty(_named(stored) | {"file_name": stored.name, "mime_type": stored.mime})


def _audio(stored: StoredFile) -> Json:
    return _document(stored) | {"duration": stored.duration}


def _voice(stored: StoredFile) -> Json:
    return _named(stored) | {"mime_type": stored.mime, "duration": stored.duration}


def _video(stored: StoredFile) -> Json:
    return _audio(stored) | {"width": stored.width, "height": stored.height}


def _sticker(stored: StoredFile) -> Json:
    return _named(stored) | {
        "type": "regular",
        "width": 512,
        "height": 512,
        "is_animated": False,
        "is_video": False,
        "emoji": "👍",
    }


_FIELDS = {"document": _document, "audio": _audio, "voice": _voice, "video": _video, "sticker": _sticker}
