"""The index of cases in SQLite's full-text search: the one module that knows its dialect."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

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
# one word alone meets none
_SEVERAL: Final = 2
# so long beginnings, as the index lists them, are those of half of all cases
_BEGINS_MANY: Final = 2
# no text and no tag has it: what does without it is everything, and brackets that the search does not take apart
_NOWHERE: Final = '"b1"'


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
    every = (_term(term, columns) for term in way.terms)
    return " AND ".join([*_meeting(way, columns), _tagged(way.tags), *every])


def _meeting(way: Way, columns: str) -> Iterator[str]:
    """Where words of many cases meet, worked out by one token of each before anything else is looked at.

    Otherwise all tokens take turns, up to every case that any of them have in common. Who reads by role reads most
    cases: only others meet few by their tags too.
    """
    firsts = [one for term in way.terms if (one := _first_of(term))]
    if len(firsts) >= _SEVERAL:
        met = [_term(one, columns) for one in firsts] + ([] if way.reads_inner else [_tagged(way.tags)])
        yield f"(({' AND '.join(met)}) NOT {_NOWHERE})"


def _first_of(term: Term) -> Term | None:
    """The first token of every phrase, but for what begins too many."""
    firsts = (
        Phrase(one.tokens[:1], is_beginning=one.is_beginning and len(one.tokens) == 1) for one in term.phrases
    )
    telling = tuple(one for one in firsts if not one.is_beginning or len(one.tokens[0]) > _BEGINS_MANY)
    return Term(telling, term.tags) if telling else None


def _term(term: Term, columns: str) -> str:
    phrases = " AND ".join(f"{columns} : {_phrase(phrase)}" for phrase in term.phrases)
    named = [_tagged(term.tags)] if term.tags else []
    return f"({' OR '.join([*([f'({phrases})'] if phrases else []), *named])})"


def _phrase(phrase: Phrase) -> str:
    return f'"{" ".join(phrase.tokens)}"' + (" *" if phrase.is_beginning else "")


def _tagged(tags: Iterable[str]) -> str:
    return "{tags} : (" + " OR ".join(f'"{tag}"' for tag in tags) + ")"
