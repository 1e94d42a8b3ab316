"""A dossier's files have names that no system reads anything into, and leave nothing out."""

import json

import pytest

from core.model.evidence import Evidence, Holder, Kind, Storing
from core.papers.dossier_archive import dossier_entries, safe_name
from tests.make import NOW


def piece(number: int, kind: Kind, **changes: object) -> Evidence:
    settings: dict[str, object] = {
        "id": number,
        "holder": Holder.CASE,
        "holder_id": 1,
        "kind": kind,
        "storing": Storing.STORED,
        "chat_id": 1,
        "message_id": 1,
        "received_by": 1,
        "received_at": NOW,
    }
    return Evidence(**(settings | changes))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("检验报告 3月.pdf", "检验报告_3月.pdf"),
        ("../../etc/passwd", "_.._etc_passwd"),
        ("C:\\x\\con?.doc", "C__x_con_.doc"),
        (".hidden", "hidden"),
        ("...", "file"),
        ("", "file"),
        ("a\u202egpj.exe", "a_gpj.exe"),
        ("长" * 300 + ".jpg", "长" * 60 + ".jpg"),
        ("长" * 300 + "." + "长" * 300, "长" * 60 + "." + "长" * 11),
    ],
)
def test_names_are_safe(name: str, safe: str) -> None:
    assert safe_name(name) == safe


def test_every_piece_is_there_under_its_number_also_what_could_not_be_fetched() -> None:
    entries = dossier_entries(
        (),
        (
            piece(1, Kind.TEXT, storing=Storing.NO_FILE, text="漏水"),
            piece(2, Kind.PHOTO, sha256="a" * 64, size=5, text="照片说明"),
            piece(3, Kind.DOCUMENT, name="报告.pdf", storing=Storing.TOO_BIG),
        ),
        (),
    )

    assert [entry.name for entry in entries] == [
        "evidence/0001-text.txt",
        "evidence/0002-photo.jpg",
        "evidence/0003-报告.pdf",
        "log.jsonl",
    ]
    assert [entry.text for entry in entries] == ["漏水", None, None, ""]
    assert (entries[1].said["caption"], entries[2].said["storing"]) == ("照片说明", "too_big")


def test_a_paper_that_was_issued_anew_is_packed_as_it_is_now() -> None:
    papers = [piece(number, Kind.DOCUMENT, name="N-1.pdf", sha256=str(number) * 64) for number in (1, 2)]

    (paper, _) = dossier_entries(papers, (), ())

    assert (paper.name, paper.sha256) == ("papers/N-1.pdf", "2" * 64)


def test_the_log_is_one_row_a_line() -> None:
    (log,) = dossier_entries((), (), ({"act": "case_registered", "at": NOW}, {"act": "x"}))

    rows = [json.loads(line) for line in (log.text or "").splitlines()]
    assert rows == [{"act": "case_registered", "at": str(NOW)}, {"act": "x"}]
