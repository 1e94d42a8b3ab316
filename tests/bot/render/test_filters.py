"""Amounts, times, spans and words as each language writes them."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.render.language import language
from core.model.case import Stage
from core.model.money import Money

SHANGHAI = ZoneInfo("Asia/Shanghai")
AT = datetime(2025, 3, 4, 0, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("template", "chinese", "english"),
    [
        ("{{ at|moment(zone) }}", "3月4日 08:12", "4 Mar 08:12"),
        ("{{ at.isoformat()|moment(zone) }}", "3月4日 08:12", "4 Mar 08:12"),
        ("{{ at|deadline(zone) }}", "3月4日 08:12", "4 Mar 08:12"),
        ("{{ midnight|deadline(zone) }}", "3月3日 24:00", "3 Mar 24:00"),
        ("{{ on|day }}", "3月12日", "12 Mar"),
        ("{{ on.isoformat()|day }}", "3月12日", "12 Mar"),
        ("{{ span|span }}", "23 小时 12 分", "23 h 12 min"),
        ("{{ long|span }}", "2 天 3 小时", "2 d 3 h"),
        ("{{ -span|span }}", "23 小时 12 分", "23 h 12 min"),
        ("{{ nothing|span }}", "0 分", "0 min"),
        ("{{ 600000|percent }} {{ 375000|percent }} {{ '20'|percent }}", "60% 37.5% 20%", "60% 37.5% 20%"),
        ("{{ stage|word('stage') }}", "待受理", "Waiting for triage"),
        ("{{ 'unheard of'|word('stage') }}", "unheard of", "unheard of"),
        ("{{ 'x'|word('unheard of') }}", "x", "x"),
        ("{{ 'a\u202eb\n'|clean }}", "ab", "ab"),
    ],
)
def test_each_language_writes_it_its_own_way(template: str, chinese: str, english: str) -> None:
    data = {
        "at": AT,
        "midnight": AT.replace(day=3, hour=16, minute=0),
        "zone": SHANGHAI,
        "on": date(2025, 3, 12),
        "span": timedelta(hours=23, minutes=12, seconds=59),
        "long": timedelta(days=2, hours=3, minutes=4),
        "nothing": timedelta(0),
        "stage": Stage.REGISTERED,
    }

    said = [language(name).sentences.from_string(template).render(data) for name in ("zh-Hans", "en")]

    assert said == [chinese, english]


@pytest.mark.parametrize(
    ("template", "chinese", "english"),
    [
        ("{{ at|moment(zone) }}", "2025年1月1日 00:30", "1 Jan 2025 00:30"),
        ("{{ on|day }}", "2025年1月1日", "1 Jan 2025"),
    ],
)
def test_a_day_of_another_year_is_said_with_its_year(template: str, chinese: str, english: str) -> None:
    at = datetime(2024, 12, 31, 16, 30, tzinfo=UTC)
    data = {"at": at, "zone": SHANGHAI, "on": date(2025, 1, 1)}

    for today, expected in ((date(2024, 12, 31), [chinese, english]), (date(2025, 6, 1), None)):
        said = [
            language(name).sentences.from_string(template).render(data | {"today": today})
            for name in ("zh-Hans", "en")
        ]
        assert said == expected if expected else "2025" not in "".join(said)


@pytest.mark.parametrize(
    ("amount", "written"),
    [
        (Money(146_000), "1,460.00"),
        (Money(0), "0.00"),
        (Money(-5), "-0.05"),
        (Money(-123_456_789), "-1,234,567.89"),
        ("876.00", "876.00"),
    ],
)
def test_amounts_keep_their_fen_and_part_their_thousands(amount: Money | str, written: str) -> None:
    assert language("en").sentences.from_string("{{ amount|money }}").render(amount=amount) == written
