"""Compares the books of the day with what the database holds and what the sandbox has seen."""

import hashlib
import sqlite3
from collections import Counter
from collections.abc import Iterable, Mapping
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import mode

from bot.sandbox.world import World
from tests.soak.books import Books
from tests.soak.sent import missing_and_repeated

# rows of the log, and rows of what the log tells of
ACTS = """
    select case_id, act, count(*) from log where case_id is not null group by case_id, act
    union all select case_id, 'a party', count(*) from parties group by case_id
    union all select case_id, 'a decision', count(*) from decisions group by case_id
    union all select case_id, 'a notice', count(*) from notices group by case_id
    union all select holder_id, 'a ' || kind, count(*) from evidence where holder = 'case' group by holder_id, kind
"""
FILES = (
    "select holder_id, sha256, count(*) from evidence where holder = 'case' and kind = 'photo' group by 1, 2"
)
UNHANDLED = "select count(*) from inbox where state = 'aside' or tries > 0"
LEFT = "select count(*) from outbox where state in ('waiting', 'failed', 'unreachable')"

Pairs = Mapping[tuple[int, str], int]


@dataclass(frozen=True, slots=True)
class Count:
    """One line of what came of it; `least` and `most` are how many there may be."""

    name: str
    found: int
    most: int | None = 0
    least: int = 0

    @property
    def is_right(self) -> bool:
        """Whether it is as it must be."""
        return self.least <= self.found and (self.most is None or self.found <= self.most)


def counted(books: Books, world: World, data: Path, kills: int) -> list[Count]:
    """What was lost or doubled, against the books."""
    with closing(sqlite3.connect(f"file:{data / 'gongdao.sqlite3'}?mode=ro", uri=True)) as company:
        acts = {(case, act): count for case, act, count in company.execute(ACTS)}
        files = {(case, sha256): count for case, sha256, count in company.execute(FILES)}
        unhandled = int(company.execute(UNHANDLED).fetchone()[0])
        left = int(company.execute(LEFT).fetchone()[0])
    usual = books.effects + _usual(acts, books)
    lost = _too_few(usual, acts) + _too_few(books.pieces, files)
    missing, repeated = missing_and_repeated(books, world)
    return [
        Count("effects lost", lost + _not_on_disk(books, data / "evidence")),
        Count("effects doubled", _too_few(acts, usual) + _too_few(files, books.pieces)),
        Count("messages missing", missing + left),
        Count("messages repeated", repeated, most=kills),
        Count("unhandled errors", unhandled),
    ]


def _usual(acts: Pairs, books: Books) -> Counter[tuple[int, str]]:
    """What the books do not know of is wanted in every case as often as in most: all cases are alike."""
    cases = sorted({case for case, _ in books.effects})
    unknown = {act for _, act in acts} - books.acts()
    most = {act: mode(acts.get((case, act), 0) for case in cases) for act in unknown}
    return Counter({(case, act): count for act, count in most.items() for case in cases})


def _too_few(wanted: Pairs, there: Pairs) -> int:
    """How much of what is wanted is not there."""
    return sum(max(0, count - there.get(key, 0)) for key, count in wanted.items())


def _not_on_disk(books: Books, evidence: Path) -> int:
    return sum(not _is_whole(evidence / sha256[:2] / sha256) for _, sha256 in books.pieces)


def _is_whole(file: Path) -> bool:
    return file.exists() and hashlib.sha256(file.read_bytes()).hexdigest() == file.name


def _added(count: Count, before: Count) -> Count:
    """Both of them; as many as both may have."""
    most = None if count.most is None or before.most is None else count.most + before.most
    return replace(count, found=count.found + before.found, most=most, least=count.least + before.least)


def together(counts: Iterable[Count]) -> list[Count]:
    """One line for each name: what was counted in several places is added up."""
    lines: dict[str, Count] = {}
    for count in counts:
        before = lines.get(count.name)
        lines[count.name] = _added(count, before) if before else count
    return list(lines.values())
