"""Text is cut so that every stretch of it finds it, in whatever script."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.finding.segments import BREAK, indexed, phrases_in
from core.finding.wanted import Phrase, Term
from tests.fake_case_index import says

DENSE = st.text(alphabet="水泵漏轴封한국の", min_size=1, max_size=12)
WORDS = st.lists(st.text(alphabet="abzPO09", min_size=1, max_size=5), min_size=1, max_size=4).map("-".join)


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("轴封漏水", "轴封 封漏 漏水 水"),
        ("水", "水"),
        ("P-300", "p 300"),
        ("P300泵", "p 300 泵"),
        ("ＳＯ２０", "so 20"),
        ("!? -", ""),
        ("İstanbul", "i stanbul"),
    ],
)
def test_texts_are_cut_into(text: str, tokens: str) -> None:
    assert indexed((text,)) == f"{tokens} {BREAK}".strip()


def test_long_numbers_are_found_by_their_last_four_digits() -> None:
    assert indexed(("13812345678",)) == f"13812345678 {BREAK} 5678 {BREAK}"


def test_nothing_is_found_across_two_texts() -> None:
    assert not finds(("水泵", "漏水"), "泵漏")


def test_a_word_of_several_scripts_is_looked_for_in_parts() -> None:
    assert phrases_in("水泵P-300x") == (Phrase(("水泵",)), Phrase(("p", "300", "x"), is_beginning=True))


@pytest.mark.parametrize("word", ["", "%", '"', "--", "😀", "_"])
def test_signs_alone_hold_nothing_to_look_up(word: str) -> None:
    assert phrases_in(word) == ()


def finds(texts: tuple[str, ...], word: str) -> bool:
    return says(indexed(texts).split(), set(), Term(phrases_in(word)))


@given(before=DENSE, word=DENSE, after=DENSE)
def test_every_stretch_of_dense_script_finds_its_text(before: str, word: str, after: str) -> None:
    assert finds((before + word + after,), word)


@given(before=DENSE, word=WORDS, after=DENSE)
def test_words_and_numbers_are_found_whole_and_by_their_beginning(before: str, word: str, after: str) -> None:
    text = (f"{before} {word} {after}",)

    assert finds(text, word)
    assert finds(text, word.upper())


@given(text=DENSE, word=DENSE)
def test_what_is_not_in_a_text_does_not_find_it(text: str, word: str) -> None:
    assert finds((text,), word) == (word in text)


@given(st.text(), st.text())
def test_whatever_is_typed_is_plain(text: str, word: str) -> None:
    finds((text,), word)
    assert all(token.isalnum() for phrase in phrases_in(word) for token in phrase.tokens)
