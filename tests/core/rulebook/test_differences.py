"""Two editions side by side."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.rulebook.differences import HEAD, Difference, differences
from core.rulebook.parsing import read_edition
from core.rulebook.rows import EditionRow
from tests.core.rulebook.test_checked_text import SOUND

OLD = read_edition(SOUND)


def after(*pairs: tuple[str, str]) -> tuple[Difference, ...]:
    text = SOUND
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new, 1)
    return differences(OLD, read_edition(text))


def paths(found: tuple[Difference, ...]) -> list[tuple[str, str | None, str | None]]:
    return [(one.kind, path_of(one.old), path_of(one.new)) for one in found]


def path_of(row: EditionRow | None) -> str | None:
    return row.path if row else None


def test_an_edition_does_not_differ_from_itself() -> None:
    assert differences(OLD, OLD) == ()


def test_a_changed_figure_is_one_change_with_its_field() -> None:
    (found,) = after(('rate = "40%"', 'rate = "45%"'))

    assert (found.kind, found.chapter, found.fields) == ("changed", "charges", ("rate",))


def test_the_head_is_compared_too() -> None:
    (found,) = after(('edition = "undated"', 'edition = "2025"'))

    assert (found.chapter, found.old and found.old.value, found.new and found.new.value) == (
        HEAD,
        "undated",
        "2025",
    )
    assert paths(after(('edition = "undated"', 'edition = "undated"\nin_force_from = 2025-01-01'))) == [
        ("added", None, "in_force_from")
    ]


def test_a_row_that_comes_in_between_does_not_change_the_rows_behind() -> None:
    first = '[[approvals]]\nclause = "4.1"'
    new = '[[approvals]]\nclause = "3.2"\nstep = 9\nby = "sales"\nact = "decide"\n\n'

    assert paths(after((first, new + first))) == [("added", None, "approvals[0]")]


def test_a_row_that_goes_is_removed_and_a_word_by_its_key() -> None:
    gone = '[[charges]]\nclause = "3.3"'
    text = SOUND[: SOUND.index(gone)] + SOUND[SOUND.index("[[approvals]]") :]

    assert paths(differences(OLD, read_edition(text))) == [("removed", "charges[2]", None)]
    assert paths(
        after(("[accounts]\n", "[accounts]\nfund = { label = { zh-Hans = '基金', en = 'Fund' } }\n"))
    ) == [("added", None, "accounts.fund")]


def test_rows_in_another_order_are_told_once() -> None:
    rows = SOUND[SOUND.index("[[approvals]]") : SOUND.index("[duties.investigation]")].split("[[approvals]]")[
        1:
    ]
    text = SOUND.replace("[[approvals]]".join(rows), "[[approvals]]".join([rows[1], rows[0], *rows[2:]]))

    assert [(one.kind, one.chapter) for one in differences(OLD, read_edition(text))] == [
        ("reordered", "approvals")
    ]


def test_a_row_of_another_kind_is_no_change_of_it() -> None:
    found = after(
        (
            'kind = "rate"\nroles = "responsible"\nrate = "40%"\ncap = "10000.00"\nfloor = "10.00"\n',
            'kind = "fixed"\nroles = "responsible"\namount = "40.00"\n',
        ),
        ('cap_reading = "S0-D.1"\nfloor_reading = "S0-D.2"\n', ""),
    )

    assert [one.kind for one in found if one.chapter == "charges"] == ["removed", "added"]


def test_rows_that_say_mostly_something_else_are_two_rows() -> None:
    found = after(
        (
            'clause = "4.7"\nstep = 3\nby = "factory_director"\nact = "approve"',
            'clause = "3.1"\nstep = 7\nby = "sales"\nact = "decide"',
        )
    )

    assert sorted(one.kind for one in found) == ["added", "removed"]


def test_a_chapter_that_is_one_table_is_changed_whole() -> None:
    assert paths(after(('{ fact = "event", given = true }', '{ loss = "direct", over = "0.00" }'))) == [
        ("changed", "incident", "incident")
    ]


def test_criteria_are_compared_inside_their_grade() -> None:
    grade = '[grades.g]\nrank = 1\nclause = "3.1"\nlabel = { zh-Hans = "级", en = "Grade" }\nany = [{ clause = "3.1", when = { loss = "direct", over = "1.00" } }]\n'
    base = read_edition(SOUND + grade)

    (found,) = differences(base, read_edition(SOUND + grade.replace('over = "1.00"', 'over = "2.00"')))

    assert (found.kind, found.fields) == ("changed", ())
    assert paths(found.inner) == [("changed", "grades.g.any[0]", "grades.g.any[0]")]
    assert paths(differences(OLD, base)) == [("added", None, "grades.g")]


def test_texts_of_a_list_come_and_go() -> None:
    assert paths(after(('  "5.2",\n', ""))) == [("removed", "clauses[10]", None)]


@pytest.mark.parametrize("chapter", ["charges", "approvals", "splits"])
@given(data=st.data())
def test_what_is_added_one_way_is_removed_the_other(chapter: str, data: st.DataObject) -> None:
    rows = getattr(OLD, chapter)
    fewer = OLD.model_copy(update={chapter: tuple(data.draw(st.lists(st.sampled_from(rows), unique_by=id)))})

    there = [one.kind for one in differences(OLD, fewer)]
    back = [one.kind for one in differences(fewer, OLD)]

    assert there.count("removed") == back.count("added")
    assert there.count("changed") == back.count("changed") == 0
