from datetime import date

import pytest

from core.rules.staff.find_person import find_person
from tests.make import person

DAY = date(2025, 3, 3)
STAFF = (
    person("E17", pinyin="zhangwei zw"),
    person("E18", name="张伟民", pinyin="zhangweimin zwm"),
    person("E19", name="王伟", pinyin="wangwei ww"),
    person("E20", name="赵武", pinyin="zhaowu zw", left_on=date(2025, 3, 2)),
)


def found(typed: str) -> list[str]:
    return [one.employee_no for one in find_person(typed, STAFF, DAY)]


@pytest.mark.parametrize(
    ("typed", "numbers"),
    [
        ("张伟", ["E17", "E18"]),
        ("e17", ["E17"]),
        ("ZHANGWEI", ["E17", "E18"]),
        ("zhang wei", ["E17", "E18"]),
        ("zw", ["E17", "E18"]),
        ("伟", ["E17", "E18", "E19"]),
        ("李", []),
        ("  ", []),
    ],
)
def test_people_are_found_by_name_number_and_pinyin(typed: str, numbers: list[str]) -> None:
    assert found(typed) == numbers


def test_who_has_left_is_not_found() -> None:
    assert found("赵武") == []
