"""A dossier as ZIP: every file by its hash in the manifest, in as many parts as it takes."""

import hashlib
import io
import json
from pathlib import Path
from zipfile import ZipFile

from bot.documents.packing import pack
from bot.evidence.folder import EvidenceFolder
from core.model.archive import Archive, ArchiveEntry


def archive_of(*entries: ArchiveEntry) -> Archive:
    return Archive(case_id=1, number="250303", entries=entries, said={"case": "250303"})


def kept(folder: EvidenceFolder, name: str, content: bytes) -> ArchiveEntry:
    return ArchiveEntry(name=name, sha256=folder.keep(content), size=len(content))


def test_everything_is_in_it_and_the_manifest_has_the_hash_of_each(tmp_path: Path) -> None:
    folder = EvidenceFolder(tmp_path)
    archive = archive_of(
        ArchiveEntry(name="log.jsonl", text="行\n", said={"kind": "log"}),
        kept(folder, "evidence/1.jpg", b"photo"),
    )

    (part,) = pack(archive, folder)

    assert part.name == "250303-dossier.zip"
    with ZipFile(io.BytesIO(part.content)) as packed:
        assert packed.testzip() is None
        contents = {name: packed.read(name) for name in packed.namelist()}
    manifest = json.loads(contents.pop("manifest.json"))
    assert contents == {"log.jsonl": "行\n".encode(), "evidence/1.jpg": b"photo"}
    assert (manifest["case"], manifest["parts"]) == ("250303", 1)
    assert {one["name"]: one["sha256"] for one in manifest["files"]} == {
        name: hashlib.sha256(content).hexdigest() for name, content in contents.items()
    }


def test_what_is_not_here_is_told_of_without_a_part(tmp_path: Path) -> None:
    archive = archive_of(
        ArchiveEntry(name="never-fetched", said={"storing": "too_big"}),
        ArchiveEntry(name="gone", sha256="0" * 64, size=9),
    )

    (part,) = pack(archive, EvidenceFolder(tmp_path))

    with ZipFile(io.BytesIO(part.content)) as packed:
        assert packed.namelist() == ["manifest.json"]
        files = json.loads(packed.read("manifest.json"))["files"]
    assert [(one["name"], one["sha256"], one["part"]) for one in files] == [
        ("never-fetched", "", None),
        ("gone", "0" * 64, None),
    ]


def test_what_is_too_big_for_one_file_is_shared_out(tmp_path: Path) -> None:
    folder = EvidenceFolder(tmp_path)
    archive = archive_of(*(kept(folder, f"{number}.jpg", bytes([number]) * 40) for number in range(5)))

    parts = pack(archive, folder, largest=100)

    assert [part.name for part in parts] == [f"250303-dossier-{number}of3.zip" for number in (1, 2, 3)]
    found = []
    for part in parts:
        with ZipFile(io.BytesIO(part.content)) as packed:
            manifest = json.loads(packed.read("manifest.json"))
            found += [name for name in packed.namelist() if name != "manifest.json"]
    assert found == [f"{number}.jpg" for number in range(5)]
    assert [one["part"] for one in manifest["files"]] == [1, 1, 2, 2, 3]


def test_the_same_content_gives_the_same_bytes(tmp_path: Path) -> None:
    folder = EvidenceFolder(tmp_path)
    archive = archive_of(kept(folder, "a.jpg", b"a"), ArchiveEntry(name="t.txt", text="t"))

    assert pack(archive, folder) == pack(archive, folder)
