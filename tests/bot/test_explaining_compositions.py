from datetime import date

from bot.company_rulebooks import CompanyRulebooks
from bot.explain import Explainer
from core.assess import assess
from tests.core.rulebook.compositions import SHIPPED, composition

OURS = composition(grading=SHIPPED[2], liability=SHIPPED[0])
REQUEST = {
    "occurred_on": "2025-03-03",
    "losses": [{"kind": "material", "amount": "800.00"}],
    "facts": {"fault": "single"},
    "departments": [{"id": "d1", "fault": "main"}],
    "people": [{"id": "p1", "role": "responsible", "department": "d1"}],
}


def test_the_grade_names_the_regulation_with_the_clause() -> None:
    rulebook = CompanyRulebooks({}, {"ours": OURS}).on("ours", date(2025, 3, 3))

    answer = assess(REQUEST, rulebook)

    title = rulebook.sources["six-grade-incidents"].zh_hans
    assert f"《{title}》4(3)" in Explainer("zh-Hans", rulebook).grade(answer)
    assert answer.grade is not None
    assert answer.grade.id == "grade_3"
    assert [str(line.amount) for line in answer.people[0].lines] == ["320.00"]
    assert answer.people[0].lines[0].clause == "incident-compensation 3.2"
