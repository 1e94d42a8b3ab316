import pytest

from bot.render.filters import filters_for
from bot.render.strings import strings_of
from core.model.label import Label

TITLE = Label(zh_hans="质量事故赔偿规定", en="Six grades")
SOURCES = {"six-grade-incidents": TITLE}


@pytest.mark.parametrize(
    ("language", "said"), [("zh-Hans", "《质量事故赔偿规定》6(4)"), ("en", "“Six grades” 6(4)")]
)
def test_a_clause_of_a_composition_is_said_with_the_title_of_its_regulation(language: str, said: str) -> None:
    cited = filters_for(language, strings_of(language))["cited"]

    assert cited("six-grade-incidents 6(4)#2", SOURCES) == said
    assert (
        cited("six-grade-incidents 6(4)#2", {"six-grade-incidents": TITLE.model_dump(by_alias=True)}) == said
    )


def test_any_other_clause_is_said_as_it_is() -> None:
    cited = filters_for("en", strings_of("en"))["cited"]

    assert cited("after 4.6#2", {}) == "after 4.6"
    assert cited("after 4.6", SOURCES) == "after 4.6"
