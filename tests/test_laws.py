import sys
from collections.abc import Callable
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.laws import SEARCH, USUAL, tried


def _a_law_that_keeps() -> tuple[Callable[[], None], list[str]]:
    drawn: list[str] = []

    @given(st.text())
    def law(words: str) -> None:
        drawn.append(words)

    return law, drawn


@pytest.fixture
def loads(tmp_path: Path, request: pytest.FixtureRequest) -> Callable[[str], None]:
    def load(text: str) -> None:
        (tmp_path / "lately.py").write_text(text)
        spec = spec_from_file_location("lately", tmp_path / "lately.py")
        assert spec is not None
        sys.modules["lately"] = module_from_spec(spec)
        request.addfinalizer(lambda: sys.modules.pop("lately"))

    return load


def test_the_same_examples_are_tried_whatever_has_been_loaded_before(loads: Callable[[str], None]) -> None:
    first, before = _a_law_that_keeps()
    first()
    loads("\n".join(f"FACT_{number} = 'fact {number}'" for number in range(100)))
    second, after = _a_law_that_keeps()

    second()

    assert before == after
    assert len(before) == USUAL


def test_a_search_tries_each_law_as_many_times_more() -> None:
    proof = tried(8).max_examples
    settings.load_profile(SEARCH)
    try:
        searched = tried(8).max_examples
    finally:
        settings.load_profile("proof")

    assert (proof, searched) == (8, 160)
