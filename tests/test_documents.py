"""What the pages say of commands, files and answers holds: nobody reads a page to be led astray."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from bot.cli.main import main

ROOT = Path(__file__).parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
READMES = {"en": ROOT / "README.md", "zh-Hans": ROOT / "README.zh-CN.md"}
page = pytest.mark.parametrize("page", PAGES, ids=lambda path: str(path.relative_to(ROOT)))


def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def anchor(heading: str) -> str:
    """As forges make them: lower case, marks gone, spaces to hyphens."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def anchors_in(path: Path) -> set[str]:
    return {anchor(heading) for heading in re.findall(r"^#+ (.*)$", text_of(path), re.MULTILINE)}


def links_in(path: Path) -> Iterator[tuple[Path, str]]:
    for target in re.findall(r"\]\(([^)\s]+)\)", text_of(path)):
        if "://" not in target:
            name, _, place = target.partition("#")
            yield (path.parent / name if name else path), place


def commands_in(path: Path) -> Iterator[str]:
    """Everything that is written as a call of the program: at a line's beginning, or between backticks."""
    for line in re.findall(r"(?:`|^|/bin/|\*  .*)gongdao ([^`\n#]*)", text_of(path), re.MULTILINE):
        yield line.replace("\\", "").strip()


def command_faults(line: str) -> Iterator[str]:
    """Subcommands and options that the program has not."""
    command: click.Command = main
    known = {*main_options()}
    for word in line.split():
        if word.startswith("--"):
            if word.split("=")[0] not in known:
                yield f"{line}: {word}"
        elif isinstance(command, click.Group) and (found := sub(command, word)):
            command = found
            known |= {option for one in command.params for option in one.opts} | {"--help"}


def sub(group: click.Group, name: str) -> click.Command | None:
    return group.get_command(click.Context(group), name)


def main_options() -> set[str]:
    return {option for one in main.params for option in one.opts} | {"--help"}


@page
def test_every_link_leads_to_a_page_and_a_heading_that_are_there(page: Path) -> None:
    links = list(links_in(page))

    assert [str(target) for target, _ in links if not target.exists()] == []
    assert [
        place for target, place in links if place and target.exists() and place not in anchors_in(target)
    ] == []


@page
def test_every_command_has_the_options_that_it_is_written_with(page: Path) -> None:
    assert [fault for line in commands_in(page) for fault in command_faults(line)] == []


@pytest.mark.parametrize("path", READMES.values(), ids=READMES)
def test_the_pages_that_introduce_us_name_only_commands_that_there_are(path: Path) -> None:
    lines = list(commands_in(path))

    assert len(lines) > 10
    assert [line for line in lines if line and sub(main, line.split()[0]) is None] == []


@page
def test_every_target_of_make_that_is_named_is_there(page: Path) -> None:
    targets = set(re.findall(r"^([a-z-]+):", text_of(ROOT / "Makefile"), re.MULTILINE))

    assert set(re.findall(r"(?:`|^)make ([a-z-]+)", text_of(page), re.MULTILINE)) <= targets


@pytest.mark.parametrize("language", READMES)
def test_the_answer_that_we_show_is_the_one_that_is_given(language: str) -> None:
    shown = text_of(READMES[language]).split("```json\n")[1].split("```")[0]
    request = str(ROOT / "docs" / "examples" / "logistics.json")
    said = (
        CliRunner()
        .invoke(main, ["--lang", language, "assess", "--rulebook", "logistics-liability", request])
        .output
    )

    answer = json.loads(said)
    whole = json.loads("{" + re.sub(r", …(?=[\]}])", "", shown).strip().rstrip(",") + "}")
    assert within(whole, answer)


def within(shown: object, given: object) -> bool:
    """Whether all that is shown stands in what is given, in that order."""
    if isinstance(shown, dict) and isinstance(given, dict):
        return all(key in given and within(value, given[key]) for key, value in shown.items())
    if isinstance(shown, list) and isinstance(given, list):
        return all(within(one, other) for one, other in zip(shown, given, strict=False))
    return shown == given
