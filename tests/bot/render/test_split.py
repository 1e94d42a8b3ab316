"""Long texts in parts: nothing lost, every part within the limit and whole in itself."""

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from bot.render.plain import plain
from bot.render.split import length, parts_of

LIMIT = 1200
words = st.text(alphabet="字a😀 &<", min_size=0, max_size=900)
lines = st.lists(st.tuples(st.sampled_from(["", "b", "i", "blockquote"]), words), max_size=8)


def test_a_short_text_is_left_alone() -> None:
    assert parts_of("<b>x</b>", LIMIT) == ["<b>x</b>"]


def test_a_text_is_cut_at_the_end_of_a_line() -> None:
    first, second = "a" * 1000, "b" * 1000

    assert parts_of(f"{first}\n{second}", LIMIT) == [first, second]


def test_a_mark_that_is_open_at_the_cut_is_closed_and_opened_again() -> None:
    text = f"<blockquote expandable><b>{'a' * 1000}</b>\n{'b' * 1000}</blockquote>"

    assert parts_of(text, LIMIT) == [
        f"<blockquote expandable><b>{'a' * 1000}</b></blockquote>",
        f"<blockquote expandable>{'b' * 1000}</blockquote>",
    ]


def test_a_line_without_an_end_is_cut_somewhere() -> None:
    assert [length(part) for part in parts_of("字" * 3000, LIMIT)] == [1000, 1000, 1000]


def test_length_is_counted_as_telegram_does() -> None:
    assert length("<b>😀</b>&lt;") == 3


@given(lines)
def test_no_text_is_lost_and_every_part_is_within_the_limit(given_lines: list[tuple[str, str]]) -> None:
    text = "\n".join(_marked(mark, _escaped(words)) for mark, words in given_lines)

    parts = parts_of(text, LIMIT)

    assert _without_breaks("".join(plain(part) for part in parts)) == _without_breaks(plain(text))
    assert all(length(part) <= LIMIT for part in parts)
    assert all(_is_balanced(part) for part in parts)


def _escaped(words: str) -> str:
    return words.replace("&", "&amp;").replace("<", "&lt;")


def _marked(mark: str, words: str) -> str:
    return f"<{mark}>{words}</{mark}>" if mark else words


def _without_breaks(text: str) -> str:
    return "".join(text.split())


def _is_balanced(markup: str) -> bool:
    class Reader(HTMLParser):
        open_marks: list[str]

        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            assert attrs == []
            self.open_marks.append(tag)

        def handle_endtag(self, tag: str) -> None:
            assert self.open_marks.pop() == tag

    reader = Reader()
    reader.open_marks = []
    reader.feed(markup)
    reader.close()
    return not reader.open_marks
