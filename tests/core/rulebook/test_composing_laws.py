"""Whatever chapters of whatever rulebooks are chosen: every contradiction is named, or a sound edition comes out."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from bot.rulebooks import ids, loss_kinds, ready, rulebook
from core.assess import assess
from core.rulebook.checks.problems import problems_in
from core.rulebook.checks.walking import tables
from core.rulebook.composing import compose
from core.rulebook.composing_faults import faults_in_composition
from core.rulebook.composition import CHAPTERS
from core.rulebook.edition import Edition
from tests.core.rulebook.compositions import composition

DAY = date(2025, 3, 3)
ALL = {name: rulebook(name, DAY).edition for name in ids()}
choices = st.dictionaries(st.sampled_from(sorted(CHAPTERS)), st.sampled_from(["", *ALL]), min_size=1)


def composed(chapters: dict[str, str], rest: str) -> Edition | None:
    """The edition, or nothing where the choice is refused with a way out for each fault."""
    ours = composition(rest, **chapters)
    faults = faults_in_composition(ours, ALL)
    assert all(fault.path.startswith("compositions.ours") and fault.allowed for fault in faults)
    return None if faults else compose(ours, ALL)


@given(choices, st.sampled_from(["", *ALL]))
def test_a_composition_is_refused_or_sound(chapters: dict[str, str], rest: str) -> None:
    edition = composed(chapters, rest)

    if edition is not None:
        assert problems_in(edition, loss_kinds()) == ()
        assess({"occurred_on": "2025-03-03", "facts": {}}, ready(edition, "x"))


@given(choices, st.sampled_from(["", *ALL]))
def test_every_clause_is_one_of_the_rulebook_it_names(chapters: dict[str, str], rest: str) -> None:
    edition = composed(chapters, rest)

    for clause in edition.clauses if edition else ():
        source, _, own = clause.partition(" ")
        assert own in CLAUSES[source]


def _clauses_in(edition: Edition) -> set[str]:
    of_rules = {getattr(table, "clause", None) or "" for _, table in tables(edition)}
    return of_rules | {clause for _, table in tables(edition) for clause in getattr(table, "covers", ())}


CLAUSES = {name: _clauses_in(edition) for name, edition in ALL.items()}


@given(st.sampled_from(sorted(ALL)), st.sampled_from(sorted(ALL)))
def test_any_grading_goes_with_a_liability_that_speaks_of_no_grade(grading: str, liability: str) -> None:
    edition = composed({"grading": grading, "liability": liability, "sanctions": ""}, "")

    speaks = any(_grade_tests(getattr(ALL[liability], table)) for table in CHAPTERS["liability"])
    if not speaks:
        assert edition is not None
    elif edition is not None:
        assert ALL[grading].grades.keys() <= ALL[liability].grades.keys()


def _grade_tests(chapter: object) -> bool:
    return any(hasattr(table, "grade") for _, table in tables(chapter))
