import pytest

from bot.render.language import language
from core.model.label import Label
from tests.make import company

TITLE = Label(zh_hans="质量事故赔偿规定", en="Six grades")
SOURCES = {"six-grade-incidents": TITLE}
CLAUSE = "six-grade-incidents 6(4)#2"
SAID = [("zh-Hans", "《质量事故赔偿规定》6(4) 条"), ("en", "“Six grades”, clause 6(4)")]


def cited(name: str, clause: str, given: str = "", **data: object) -> str:
    template = language(name).messages.from_string(f"{{{{ clause|cited{given} }}}}")
    return template.render({"clause": clause, "company": company(), **data})


@pytest.mark.parametrize(("name", "said"), SAID)
def test_a_clause_of_a_composition_is_said_with_the_title_of_its_regulation(name: str, said: str) -> None:
    kept = {key: title.model_dump(by_alias=True) for key, title in SOURCES.items()}

    assert cited(name, CLAUSE, company=company(titles=SOURCES)) == said
    assert cited(name, CLAUSE, "(sources)", sources=SOURCES) == said
    assert cited(name, CLAUSE, "(sources)", sources=kept) == said


@pytest.mark.parametrize(
    ("clause", "chinese", "english"),
    [
        ("5.1#2", "5.1 条", "clause 5.1"),
        ("(3)", "(3) 条", "clause (3)"),
        ("after 4.6#2", "4.6 条之后", "after clause 4.6"),
        ("5 intro", "5 条开头", "the opening of clause 5"),
        ("intro", "开头", "the opening"),
        ("head", "题头", "the heading"),
        ("row 2a", "表中第 2a 行", "row 2a of the table"),
        ("Note", "注", "the note"),
        ("8.x", "8 条各款", "all of clause 8"),
        ("5.2 ff.", "5.2 条起", "clause 5.2 and onward"),
        ("4.2.2 (so numbered inside 4.1)", "4.1 条内的 4.2.2 条", "clause 4.2.2 inside 4.1"),
        ("-", "正文", "the text"),
        ("附件一", "附件一", "附件一"),
        ("rules-of-before 5.1#2", "5.1 条", "clause 5.1"),
        ("", "", ""),
    ],
)
def test_a_clause_is_said_by_its_number_or_its_place(clause: str, chinese: str, english: str) -> None:
    assert cited("zh-Hans", clause) == chinese
    assert cited("en", clause, company=company(titles=SOURCES)) == english
