from datetime import date
from pathlib import Path

import pytest

from bot.rulebooks import rulebook
from core.model.fault import BadRequest
from core.rulebook.labels import labels
from tests.core.rulebook.shipped import compiled

LOGISTICS = rulebook("logistics-liability", date(2025, 3, 3))
COMPENSATION = rulebook("incident-compensation", date(2025, 3, 3))
SIX_GRADES = rulebook("six-grade-incidents", date(2025, 3, 3))
SYNTHETIC = compiled((Path(__file__).parents[1] / "rules" / "synthetic.toml").read_text("utf-8"))


def test_everything_an_answer_names_has_words_in_both_languages() -> None:
    for edition in (LOGISTICS, COMPENSATION, SIX_GRADES, SYNTHETIC):
        words = labels(edition)
        assert all(label.in_language("en") and label.in_language("zh-Hans") for label in words.values())
        assert {f"role.{role}" for role in edition.edition.roles} <= words.keys()


def test_a_word_that_a_language_lacks_is_said_in_simplified_chinese() -> None:
    assert labels(LOGISTICS)["role.manager"].in_language("zh-Hant") == "经理"


def test_an_unknown_rulebook_is_a_bad_request() -> None:
    with pytest.raises(BadRequest, match="rulebook: found is 'nonsense'"):
        rulebook("nonsense", date(2025, 3, 3))
