import pytest

from bot.render.language import language
from core.model.label import Label
from tests.make import company

TITLE = Label(zh_hans="质量事故赔偿规定", en="Six grades")
SOURCES = {"six-grade-incidents": TITLE}
CLAUSE = "six-grade-incidents 6(4)#2"
SAID = [("zh-Hans", "《质量事故赔偿规定》6(4)"), ("en", "“Six grades” 6(4)")]


def cited(name: str, clause: str, given: str = "", **data: object) -> str:
    template = language(name).messages.from_string(f"{{{{ clause|cited{given} }}}}")
    return template.render({"clause": clause, "company": company(), **data})


@pytest.mark.parametrize(("name", "said"), SAID)
def test_a_clause_of_a_composition_is_said_with_the_title_of_its_regulation(name: str, said: str) -> None:
    kept = {key: title.model_dump(by_alias=True) for key, title in SOURCES.items()}

    assert cited(name, CLAUSE, company=company(titles=SOURCES)) == said
    assert cited(name, CLAUSE, "(sources)", sources=SOURCES) == said
    assert cited(name, CLAUSE, "(sources)", sources=kept) == said


def test_any_other_clause_is_said_as_it_is() -> None:
    assert cited("en", "after 4.6#2") == "after 4.6"
    assert cited("en", "after 4.6", company=company(titles=SOURCES)) == "after 4.6"
    assert cited("en", "", company=company(titles=SOURCES)) == ""
