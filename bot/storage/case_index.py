"""The index of cases in SQLite's full-text search: the one module that knows its dialect."""

from collections.abc import Iterable, Sequence

from sqlalchemy import bindparam, text
from sqlalchemy.ext.asyncio import AsyncConnection

from core.finding.wanted import CaseWords, Phrase, Term, Wanted, Way

READING = text("SELECT rowid, open, inner_words, tags FROM case_index WHERE rowid IN :case_ids").bindparams(
    bindparam("case_ids", expanding=True)
)
REMOVING = text("DELETE FROM case_index WHERE rowid = :case_id")
UNSHOWING = text("DELETE FROM shown WHERE case_id = :case_id")
ADDING = text(
    "INSERT INTO case_index (rowid, open, inner_words, tags) VALUES (:case_id, :open, :inner_words, :tags)"
)
FINDING = text(
    "SELECT rowid FROM case_index WHERE case_index MATCH :wanted ORDER BY rowid DESC LIMIT :most OFFSET :after"
)
ABSENT = text(
    "SELECT id FROM cases WHERE id > :after AND NOT EXISTS (SELECT 1 FROM case_index WHERE rowid = cases.id)"
    " ORDER BY id LIMIT :most"
)
# what the full-text search keeps of each row beside its words: a small table, quickly counted
COUNTING = text("SELECT (SELECT count(*) FROM cases) = (SELECT count(*) FROM case_index_docsize)")
EMPTYING = text("DELETE FROM case_index")


async def keep_words(connection: AsyncConnection, words: Sequence[CaseWords]) -> int:
    """Put the words of each case in place of the earlier ones; how many were different."""
    if not words:
        return 0
    known = await connection.execute(READING, {"case_ids": [one.case_id for one in words]})
    before = {case_id: row for case_id, *row in known.all()}
    changed = [one for one in words if before.get(one.case_id) != [one.open, one.inner, one.tags]]
    if replaced := [{"case_id": one.case_id} for one in changed if one.case_id in before]:
        await connection.execute(REMOVING, replaced)
    rows = [
        {"case_id": one.case_id, "open": one.open, "inner_words": one.inner, "tags": one.tags}
        for one in changed
    ]
    if rows:
        await connection.execute(ADDING, rows)
    return len(changed)


async def forget_words(connection: AsyncConnection, case_id: int) -> None:
    """The case is gone: nobody finds it any more, and no answer to a message about it reaches another."""
    await connection.execute(REMOVING, {"case_id": case_id})
    await connection.execute(UNSHOWING, {"case_id": case_id})


async def found(connection: AsyncConnection, wanted: Wanted, most: int, after: int) -> tuple[int, ...]:
    """The ids of cases that fit, the newest first."""
    asked = {"wanted": _match_of(wanted), "most": most, "after": after}
    return tuple((await connection.execute(FINDING, asked)).scalars())


async def absent_from_index(connection: AsyncConnection, most: int, after: int = 0) -> tuple[int, ...]:
    """Cases with a higher id than `after` that the index does not have, at most so many."""
    return tuple((await connection.execute(ABSENT, {"most": most, "after": after})).scalars())


async def has_every_case(connection: AsyncConnection) -> bool:
    """Whether there are as many cases in the index as there are cases."""
    return bool((await connection.execute(COUNTING)).scalar_one())


async def empty_index(connection: AsyncConnection) -> None:
    """Forget all words, to read them anew."""
    await connection.execute(EMPTYING)


def _match_of(wanted: Wanted) -> str:
    """The expression; every token of ours is letters and digits and stands in quotes."""
    ways = " OR ".join(f"({_way(way)})" for way in wanted.ways)
    return " AND ".join([f"({ways})", *(_tagged(tags) for tags in wanted.among)])


def _way(way: Way) -> str:
    columns = "{open inner_words}" if way.reads_inner else "{open}"
    return " AND ".join([_tagged(way.tags), *(_term(term, columns) for term in way.terms)])


def _term(term: Term, columns: str) -> str:
    phrases = " AND ".join(f"{columns} : {_phrase(phrase)}" for phrase in term.phrases)
    named = [_tagged(term.tags)] if term.tags else []
    return f"({' OR '.join([*([f'({phrases})'] if phrases else []), *named])})"


def _phrase(phrase: Phrase) -> str:
    return f'"{" ".join(phrase.tokens)}"' + (" *" if phrase.is_beginning else "")


def _tagged(tags: Iterable[str]) -> str:
    return "{tags} : (" + " OR ".join(f'"{tag}"' for tag in tags) + ")"
