"""Files that people and the bot sent: bytes on disk or in memory, and how the Bot API names them."""

from dataclasses import asdict, dataclass, replace
from pathlib import Path

from bot.sandbox.wire import Json

FOLDERS = {"photo": "photos", "video": "videos", "voice": "voice", "audio": "music", "sticker": "stickers"}

MOST_ZEROS = 20 * 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredFile:
    """One file. Sizes in bytes and pixels, duration in seconds; `family` is shared by the sizes of one photo.

    `content` names the bytes; it is empty for a file whose size is only pretended.
    """

    file_id: str
    unique_id: str
    family: int
    kind: str
    path: str
    size: int
    mime: str
    name: str
    content: str
    width: int = 0
    height: int = 0
    duration: int = 0


class FileStore:
    """Files by id. Bytes live in the folder, or in memory when there is none."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self._files: dict[str, StoredFile] = {}
        self._bytes: dict[str, bytes] = {}
        self._last = 0

    def add(self, data: bytes | int, *, kind: str, name: str, mime: str) -> StoredFile:
        """Keep bytes, or pretend a file of that many bytes."""
        self._last += 1
        number = self._last
        suffix = Path(name).suffix or (".jpg" if kind == "photo" else ".bin")
        content = "" if isinstance(data, int) else f"{number}{suffix}"
        stored = StoredFile(
            file_id=f"BQACAgUAAxkBAAI{number:08d}Q",
            unique_id=f"AgAD{number:08d}",
            family=number,
            kind=kind,
            path=f"{FOLDERS.get(kind, 'documents')}/file_{number}{suffix}",
            size=data if isinstance(data, int) else len(data),
            mime=mime,
            name=name,
            content=content,
        )
        if not isinstance(data, int):
            self._write(content, data)
        return self.put(stored)

    def put(self, stored: StoredFile) -> StoredFile:
        """Note a file, or what became known about it."""
        self._files[stored.file_id] = stored
        return stored

    def resized(self, stored: StoredFile, mark: str, width: int, height: int) -> StoredFile:
        """Another size of the same photo, under an id of its own."""
        file_id, unique_id = f"{stored.file_id}{mark}", f"{stored.unique_id}{mark}"
        return self.put(replace(stored, file_id=file_id, unique_id=unique_id, width=width, height=height))

    def find(self, file_id: str) -> StoredFile | None:
        """The file with this id."""
        return self._files.get(file_id)

    def at(self, path: str) -> StoredFile | None:
        """The file that getFile named this path for."""
        return next((stored for stored in self._files.values() if stored.path == path), None)

    def family_of(self, stored: StoredFile) -> list[StoredFile]:
        """All sizes of one photo, smallest first."""
        family = [other for other in self._files.values() if other.family == stored.family]
        return sorted(family, key=lambda other: other.width)

    def read(self, stored: StoredFile) -> bytes:
        """The bytes; a pretended file has zeros, no more than a bot could fetch."""
        if not stored.content:
            return bytes(min(stored.size, MOST_ZEROS))
        if self._folder is None:
            return self._bytes[stored.content]
        return (self._folder / stored.content).read_bytes()

    def snapshot(self) -> Json:
        """What is known about all files; the bytes stay in the folder."""
        return {"last": self._last, "files": [asdict(stored) for stored in self._files.values()]}

    def restore(self, data: Json) -> None:
        """Know the files again."""
        self._last = data["last"]
        for stored in data["files"]:
            self.put(StoredFile(**stored))

    def _write(self, content: str, data: bytes) -> None:
        if self._folder is None:
            self._bytes[content] = data
        else:
            self._folder.mkdir(parents=True, exist_ok=True)
            (self._folder / content).write_bytes(data)
