"""How far a long walk is, is told every few seconds, and never of a short one."""

from pathlib import Path

import pytest

from bot.cli.shell import Shell
from bot.cli.walked import EVERY_SECONDS, Walked


class Clock:
    """Seconds, as somebody sets them."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


def test_a_short_walk_tells_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    clock = Clock()
    passed = Walked(Shell.of(Path(), "en"), clock).along("audit_log_walked", 10)

    clock.seconds = EVERY_SECONDS - 1
    passed(10)

    assert capsys.readouterr().err == ""


def test_a_long_walk_tells_every_few_seconds_where_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    clock = Clock()
    walked = Walked(Shell.of(Path(), "en"), clock)
    passed = walked.along("audit_log_walked", 30)
    for clock.seconds in (1.0, 6.0, 7.0):
        passed(10)
    walked.along("audit_ledger_walked", 5)(2)
    clock.seconds = 11.0
    walked.along("audit_evidence_walked", 5)(3)

    said = capsys.readouterr().err.splitlines()

    assert said == ["Log: 20 of 30 rows walked …", "Evidence: 3 of 5 files read …"]
