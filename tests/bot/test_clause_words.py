import pytest

from bot.clause_words import clause_said


@pytest.mark.parametrize(
    ("clause", "zh", "en"),
    [
        ("4.2 batch", "4.2 条", "4.2"),
        ("4.2 return or claim", "4.2 条", "4.2"),
        ("5.2A(loss)", "5.2A 条", "5.2A"),
        ("5.2B(a)", "5.2B(a) 条", "5.2B(a)"),
        ("4.1 a–i", "4.1 a–i 条", "4.1 a–i"),
        ("4.2(4)#2", "4.2(4) 条", "4.2(4)"),
    ],
)
def test_a_ground_that_the_text_does_not_number_is_said_by_its_clause(clause: str, zh: str, en: str) -> None:
    assert clause_said("zh-Hans", clause) == zh
    assert clause_said("en", clause).endswith(en)
