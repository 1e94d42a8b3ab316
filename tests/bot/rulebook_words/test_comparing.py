"""What changed between two editions, in words."""

import pytest

from bot.rulebook_words.comparing import Comparison
from bot.rulebooks import loss_kinds
from core.rulebook.parsing import read_edition
from tests.core.rulebook.test_checked_text import SOUND

GRADE = """
[grades.g]
rank = 1
clause = "3.1"
label = { zh-Hans = "一级", en = "Grade 1" }
any = [{ clause = "3.1", when = { loss = "direct", over = "1.00" } }]
"""


def said(*pairs: tuple[str, str], language: str = "en", base: str = SOUND) -> list[str]:
    text = base
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new, 1)
    return list(Comparison(read_edition(base), read_edition(text), loss_kinds(), language).lines())


def test_equal_editions_are_said_to_be_equal() -> None:
    assert said() == ["The two editions do not differ."]


def test_a_figure_is_said_as_it_was_and_as_it_is() -> None:
    lines = said(('cap = "10000.00"', 'cap = "20000.00"'))

    assert lines[0] == "\n## Amounts: compensation, fines, rewards"
    assert lines[1] == "- changed [clause 3.2; reading S0-D.1; reading S0-D.2]"
    assert lines[2].startswith("  - was: Responsible person pays 40%")
    assert "at most CNY 20,000.00" in lines[3]
    assert lines[4] == "  - cap: CNY 10,000.00 → CNY 20,000.00"
    assert lines[5] == "\nadded: 0, removed: 0, changed: 1"


def test_it_is_said_in_chinese_too() -> None:
    lines = said(
        ('edition = "undated"', 'edition = "2025"'), ('S0-D.3" = {', 'S0-D.4" = {'), language="zh-Hans"
    )

    assert lines[:4] == ["\n## 版本", "- 修改", "  - 原：版本：undated", "  - 新：版本：2025"]
    assert "- 删除：S0-D.3：取比例赔偿与本月工资中较高者，不相加" in lines
    assert lines[-1] == "\n新增 1 处，删除 1 处，修改 1 处"


def test_a_criterion_is_said_under_its_grade_and_counted_once() -> None:
    lines = said(('over = "1.00"', 'over = "2.00"'), base=SOUND + GRADE)

    assert lines[1:] == [
        "- changed [clause 3.1]: Grade 1",
        "  - changed [clause 3.1]",
        "    - was: Direct loss over CNY 1.00",
        "    - is: Direct loss over CNY 2.00",
        "\nadded: 0, removed: 0, changed: 1",
    ]


def test_another_order_is_told_because_the_first_row_counts() -> None:
    rows = SOUND[SOUND.index("[[splits]]") : SOUND.index("[[charges]]")].split("[[splits]]")[1:]
    swapped = "[[splits]]".join([rows[1], rows[0], *rows[2:]])

    lines = said(("[[splits]]".join(rows), swapped))

    assert "- in another order (what stands first applies first)" in lines


@pytest.mark.parametrize("language", ["zh-Hans", "en"])
def test_named_conditions_are_said_by_what_they_test(language: str) -> None:
    condition = '[conditions]\nbig = { loss = "direct", over = "9.00" }\n'

    lines = said(("[readings]", condition + "[readings]"), language=language)

    assert any("9.00" in line and "big" in line for line in lines)
