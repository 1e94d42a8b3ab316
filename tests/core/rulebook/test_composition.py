from core.rulebook.composition import CHAPTERS, WITH
from core.rulebook.edition import Edition
from tests.core.rulebook.compositions import HEAD, VOCABULARY, composition


def test_every_table_of_an_edition_belongs_to_one_chapter_or_to_the_head_or_is_vocabulary() -> None:
    placed = [*HEAD, *VOCABULARY, *(table for tables in CHAPTERS.values() for table in tables)]

    assert sorted(placed) == sorted(set(Edition.model_fields) | {"scope"})


def test_what_comes_with_a_chapter_is_a_chapter() -> None:
    assert {*WITH, *WITH.values()} <= CHAPTERS.keys()


def test_losses_sanctions_and_causes_come_with_the_liability() -> None:
    ours = composition(grading="a", liability="b")

    assert ours.chapters_of("b") == ("liability", "losses", "sanctions", "causes")
    assert ours.sources() == ("a", "b")


def test_the_rest_gives_what_is_not_named_and_an_empty_text_takes_nothing() -> None:
    ours = composition("a", liability="b", closing="")

    assert ours.source_of("approvals") == "a"
    assert ours.source_of("losses") == "a"
    assert ours.source_of("closing") == ""
