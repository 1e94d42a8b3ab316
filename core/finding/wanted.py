"""What is asked of the index of cases: words, and tags that say who sees a case and how it stands."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Phrase:
    """Tokens in a row; of one that `is_beginning` the last may go on."""

    tokens: tuple[str, ...]
    is_beginning: bool = False


@dataclass(frozen=True, slots=True)
class Term:
    """One word of a search: all its phrases in the text, or any of the tags (people who go by that name)."""

    phrases: tuple[Phrase, ...]
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """One way to reach cases: those with any of these tags that have all the terms.

    `reads_inner` says whether the words that not everybody may read are looked through as well.
    """

    tags: tuple[str, ...]
    terms: tuple[Term, ...] = ()
    reads_inner: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Cases that can be reached in any of the ways, and have a tag out of each set in `among`."""

    ways: tuple[Way, ...]
    among: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseWords:
    """One case as the index keeps it: words for whoever sees it, words for whoever reads by role, and tags."""

    case_id: int
    open: str
    inner: str
    tags: str
