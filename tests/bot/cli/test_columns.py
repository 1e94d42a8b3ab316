from bot.cli.columns import in_columns, width


def test_a_chinese_character_takes_two_columns() -> None:
    assert width("质量 a") == 6
    assert in_columns([("质量", "x"), ("a", "y")]) == ["质量  x", "a     y"]
