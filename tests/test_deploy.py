"""What is shipped to run the bot names files, options and settings that there are."""

import re
from configparser import RawConfigParser
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.cli.main import COMMANDS, main
from bot.settings import Settings

ROOT = Path(__file__).parent.parent
UNITS = sorted((ROOT / "deploy").glob("*.service"))
STOPPING = 5


def unit(path: Path) -> RawConfigParser:
    parser = RawConfigParser(strict=False)
    parser.optionxform = str  # type: ignore[assignment, method-assign]
    parser.read_string(path.read_text(encoding="utf-8"))
    return parser


@pytest.mark.parametrize("path", UNITS, ids=lambda path: path.name)
def test_every_unit_starts_a_command_that_there_is_as_a_person_without_rights(path: Path) -> None:
    service = unit(path)["Service"]
    words = service["ExecStart"].split()

    assert words[0].endswith("/gongdao")
    assert words[3] in COMMANDS
    assert service["User"] == "gongdao"
    assert service["NoNewPrivileges"] == "yes"


def test_systemd_is_told_what_the_bot_does() -> None:
    service = unit(ROOT / "deploy" / "gongdao.service")["Service"]

    assert service["Type"] == "notify"
    assert int(service["TimeoutStopSec"]) > STOPPING
    assert int(service["WatchdogSec"]) >= 120
    assert service["LoadCredential"].startswith("gongdao_token:")


def test_the_image_copies_what_there_is_and_runs_as_nobody_in_particular() -> None:
    lines = (ROOT / "Dockerfile").read_text(encoding="utf-8").splitlines()
    copied = [
        word
        for line in lines
        if line.startswith("COPY ") and "--from" not in line
        for word in line.split()[1:-1]
    ]

    assert [name for name in copied if not (ROOT / name).exists()] == []
    assert "USER gongdao" in lines
    assert [line for line in lines if line.startswith("FROM ")] == [
        "FROM python:3.11-slim AS build",
        "FROM python:3.11-slim",
    ]


@pytest.mark.parametrize("file", ["Dockerfile", "deploy/gongdao.service", "deploy/gongdao-backup.service"])
def test_every_variable_that_is_set_is_a_setting(file: str) -> None:
    named = re.findall(r"GONGDAO_([A-Z_]+)=", (ROOT / file).read_text(encoding="utf-8"))

    assert named
    assert {name.lower() for name in named} <= Settings.model_fields.keys() | {"config"}


def test_every_command_that_running_names_is_there() -> None:
    text = (ROOT / "docs" / "running.md").read_text(encoding="utf-8")
    named = set(re.findall(r"(?:`|^)gongdao ([a-z]+)", text, re.MULTILINE))

    assert named - COMMANDS.keys() == set()
    for name in ("backup", "restore", "health", "audit"):
        assert name in named
        assert CliRunner().invoke(main, [name, "--help"]).exit_code == 0
