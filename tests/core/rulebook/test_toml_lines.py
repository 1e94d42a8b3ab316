import tomllib
from importlib import resources

import pytest

from core.rulebook.toml_lines import Keys, line_of, lines_of

EDITIONS = resources.files("core.rulebook") / "editions"
TEXT = '''# first line
id = "a" # = "b"
"quoted key" = 'it]s'
a.b = 1

[grades.minor]
any = [
  { clause = "4.1", when = { loss = "direct" } },
  # between
  { clause = "4.2" },
]
text = """
one ] " two
"""
raw = \'\'\'
three }
\'\'\'

[[charges]]
rate = "1%"
[charges.of]
chain = true

[[charges]]
rate = "2%" # two
'''


def every_way(value: object, keys: Keys = ()) -> list[Keys]:
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [keys, *(way for key, entry in inner for way in every_way(entry, (*keys, key)))]


def test_each_key_has_the_line_where_it_is_written() -> None:
    lines = lines_of(TEXT)

    wanted: dict[Keys, int] = {
        ("id",): 2,
        ("quoted key",): 3,
        ("a", "b"): 4,
        ("grades", "minor"): 6,
        ("grades", "minor", "any", 0, "when", "loss"): 8,
        ("grades", "minor", "any", 1, "clause"): 10,
        ("grades", "minor", "text"): 12,
        ("charges", 0, "of", "chain"): 22,
        ("charges", 1, "rate"): 25,
    }
    assert {keys: lines[keys] for keys in wanted} == wanted


def test_no_way_into_the_data_is_without_a_line() -> None:
    texts = [TEXT, *(file.read_text("utf-8") for folder in EDITIONS.iterdir() for file in folder.iterdir())]

    for text in texts:
        assert set(every_way(tomllib.loads(text))) - {()} <= lines_of(text).keys()


def test_windows_line_ends_count_once() -> None:
    assert lines_of("a = 1\r\nb = 2\r\n") == {("a",): 1, ("b",): 2}


@pytest.mark.parametrize(("keys", "line"), [(("a", "missing"), 1), (("b",), None), ((), None)])
def test_what_is_not_there_stands_where_its_table_stands(keys: Keys, line: int | None) -> None:
    assert line_of(lines_of("a = {}"), keys) == line


@pytest.mark.parametrize("text", ["a = [1,", "a = {b = 1", "a =", "= 1", "a = [\n\n", "[a"])
def test_a_text_that_is_no_toml_ends_the_scan_all_the_same(text: str) -> None:
    try:
        lines_of(text)
    except ValueError as unsound:
        assert "not found" in str(unsound)  # noqa: PT017 - only some unsound texts are noticed
