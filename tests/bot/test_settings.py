import os
from collections.abc import Iterator, MutableMapping
from datetime import date
from pathlib import Path

import pytest

from bot.cli.shell_words import ShellWords
from bot.settings import BadSettings, settings_from
from core.model.company import InForce, Site
from core.model.money import Money
from core.model.pay_law import FinesWithoutLoss, MinimumWage
from core.model.roles import Role

LEAST = """
name = "恒远"
[sites.suzhou]
name = "苏州厂"
"""
WHOLE = """
token = "from the file"
name = "恒远"
data = "kept"
[sites.suzhou]
name = "苏州厂"
region = "jiangsu"
[[rulebooks]]
id = "logistics-liability"
since = 2025-01-01
site = "suzhou"
department = "仓储部"
settings = { boundary_tie = "lower" }
[posts]
administration_manager = "recheck"
[limits]
first_reply_hours = 0
appeal_days = 10
[contract]
clause = "第 12 条"
rule_published_on = 2024-12-16
[minimum_wages]
jiangsu = "2490.00"
[minimum_wages.shanghai]
2024-07-01 = "2690.00"
2025-07-01 = "2740.00"
[fines_without_loss.jiangsu]
allow = false
reason = "当地不允许"
[fines_without_loss.shanghai]
allow = true
reason = "已确认"
since = 2025-07-01
"""
BAD = """
name = ""
tokn = "x"
languages = ["fr"]
proxy = "ftp://x"
[sites.a]
zone = "Asia/Suzho"
[limits]
appeal_days = 0
first_reply_hours = "x"
[minimum_wages]
a = 12.5
b = "1.234"
[minimum_wages.c]
2024-02-30 = "1.00"
[minimum_wages.d]
2024-01-01 = "x"
[posts]
x = "boss"
[[rulebooks]]
since = "2025-02-30"
"""


@pytest.fixture
def environment() -> Iterator[MutableMapping[str, str]]:
    """Variables set for one test and taken back afterwards."""
    before = dict(os.environ)
    yield os.environ
    os.environ.clear()
    os.environ.update(before)


def written(tmp_path: Path, text: str) -> Path:
    file = tmp_path / "gongdao.toml"
    file.write_text(text, encoding="utf-8")
    return file


def test_the_least_configuration_has_sensible_defaults(tmp_path: Path) -> None:
    settings = settings_from(written(tmp_path, LEAST))

    assert settings.data == tmp_path / "data"
    assert settings.database == tmp_path / "data" / "gongdao.sqlite3"
    assert settings.file_base_url == "https://api.telegram.org/file"
    company = settings.company()
    assert company.sites == (Site(id="suzhou", name="苏州厂", region="suzhou"),)
    assert (company.first_reply_hours, company.appeal_days, company.languages) == (24, 7, ("zh-Hans", "en"))


def test_a_whole_configuration_becomes_the_company(tmp_path: Path) -> None:
    company = settings_from(written(tmp_path, WHOLE)).company()

    assert company.in_force == (
        InForce(
            rulebook="logistics-liability",
            since=date(2025, 1, 1),
            site="suzhou",
            department="仓储部",
            settings={"boundary_tie": "lower"},
        ),
    )
    assert company.posts == {"administration_manager": Role.RECHECK}
    assert company.first_reply_hours is None
    assert (company.contract_clause, company.rule_published_on) == ("第 12 条", date(2024, 12, 16))
    assert company.minimum_wages == (
        MinimumWage("jiangsu", date.min, Money.of("2490.00")),
        MinimumWage("shanghai", date(2024, 7, 1), Money.of("2690.00")),
        MinimumWage("shanghai", date(2025, 7, 1), Money.of("2740.00")),
    )
    assert company.fines_without_loss == {
        "jiangsu": FinesWithoutLoss(False, "当地不允许"),
        "shanghai": FinesWithoutLoss(True, "已确认", date(2025, 7, 1)),
    }


def test_the_environment_wins_over_a_secret_and_a_secret_over_the_file(
    tmp_path: Path, environment: MutableMapping[str, str]
) -> None:
    file, secrets = written(tmp_path, WHOLE), tmp_path / "secrets"
    secrets.mkdir()
    (secrets / "gongdao_token").write_text("from a secret")
    assert settings_from(file).token == "from the file"
    assert settings_from(file, secrets).token == "from a secret"

    environment["GONGDAO_TOKEN"] = "from the environment"
    environment["GONGDAO_LIMITS__APPEAL_DAYS"] = "30"

    settings = settings_from(file, secrets)
    assert (settings.token, settings.limits.appeal_days) == ("from the environment", 30)


def test_a_token_is_never_shown(tmp_path: Path) -> None:
    assert "from the file" not in repr(settings_from(written(tmp_path, WHOLE)))


def test_every_fault_is_named_at_once_with_what_is_allowed(tmp_path: Path) -> None:
    with pytest.raises(BadSettings) as caught:
        settings_from(written(tmp_path, BAD))

    found = {fault.where: (fault.what, fault.allowed) for fault in caught.value.faults}
    assert found["name"] == ("too_short", ">= 1")
    assert found["tokn"][0] == "unknown_key"
    assert found["languages.0"] == ("choice", "zh-Hans, en")
    assert "languages" not in found
    assert found["proxy"][0] == "url"
    assert found["sites.a.name"][0] == "missing"
    assert found["sites.a.zone"][0] == "zone"
    assert found["limits.appeal_days"] == ("number_bounds", ">= 1")
    assert found["limits.first_reply_hours"][0] == "int"
    assert found["minimum_wages.a"][0] == "string"
    assert found["minimum_wages.b"][0] == "money"
    assert found["minimum_wages.c.2024-02-30.[key]"][0] == "date"
    assert found["minimum_wages.d.2024-01-01"][0] == "money"
    assert found["posts.x"][0] == "choice"
    assert found["rulebooks.0.since"][0] == "date"


def test_every_fault_has_words_in_both_languages(tmp_path: Path) -> None:
    with pytest.raises(BadSettings) as caught:
        settings_from(written(tmp_path, BAD))

    for language in ("zh-Hans", "en"):
        words = ShellWords.of(language)
        for fault in caught.value.faults:
            assert words.line(f"settings_{fault.what}", fault=fault)


@pytest.mark.parametrize(
    ("text", "what"),
    [("name = ", "file_not_toml"), ("a = " + "[" * 5000, "file_not_toml"), ("", "missing")],
    ids=["no TOML", "TOML without end", "nothing in it"],
)
def test_a_file_that_cannot_be_used_is_named(tmp_path: Path, text: str, what: str) -> None:
    with pytest.raises(BadSettings) as caught:
        settings_from(written(tmp_path, text))

    assert caught.value.faults[0].what == what


def test_a_missing_file_or_a_folder_is_named(tmp_path: Path) -> None:
    for path, what in ((tmp_path / "none.toml", "file_missing"), (tmp_path, "file_unreadable")):
        with pytest.raises(BadSettings) as caught:
            settings_from(path)
        assert [fault.what for fault in caught.value.faults] == [what]


@pytest.mark.parametrize(
    ("said", "is_limited", "at_once"),
    [
        ("", True, 1),
        ('clock_url = "http://127.0.0.1:1/sandbox/clock"', False, 1),
        ("telegram_limits = false", False, 64),
        ("telegram_limits = false\nat_once = 1", False, 1),
        ('telegram_limits = true\nclock_url = "http://127.0.0.1:1/sandbox/clock"\nat_once = 8', True, 8),
    ],
)
def test_messages_leave_within_telegrams_limits_unless_told_or_playing(
    tmp_path: Path, said: str, is_limited: bool, at_once: int
) -> None:
    file = tmp_path / "gongdao.toml"
    file.write_text(f"{said}\n{LEAST}", encoding="utf-8")

    delivery = settings_from(file).delivery()

    assert (delivery.limits is not None, delivery.at_once) == (is_limited, at_once)
