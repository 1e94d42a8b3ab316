"""The examples of the page on a company's own rules, and of the template, are true."""

import re
from pathlib import Path

import pytest

from bot.settings import BadSettings, settings_from
from core.rulebook.composition import CHAPTERS

ROOT = Path(__file__).parents[2]
PAGES = ("own-rulebooks.md", "own-rulebooks.zh-CN.md")
SITE = 'name = "x"\n[sites.main]\nname = "m"\n'


def example(page: str, start: str) -> str:
    blocks = re.findall(r"```toml\n(.*?)```", (ROOT / "docs" / page).read_text("utf-8"), re.DOTALL)
    return str(next(block for block in blocks if block.startswith(start)))


@pytest.mark.parametrize("page", PAGES)
def test_the_composition_on_the_page_can_be_put_together(page: str, tmp_path: Path) -> None:
    file = tmp_path / "gongdao.toml"
    file.write_text(SITE + example(page, "[compositions"), encoding="utf-8")

    assert "ours" in settings_from(file).rulebooks_at_hand().ids


@pytest.mark.parametrize("page", PAGES)
def test_the_entry_on_the_page_has_keys_that_exist(page: str, tmp_path: Path) -> None:
    file = tmp_path / "gongdao.toml"
    file.write_text(SITE + example(page, "[[rulebooks]]").replace("{ … }", "{}"), encoding="utf-8")

    assert settings_from(file).company().in_force[0].kind == "客户索赔"


@pytest.mark.parametrize("page", PAGES)
def test_every_chapter_is_on_the_page(page: str) -> None:
    text = (ROOT / "docs" / page).read_text("utf-8")

    assert [chapter for chapter in CHAPTERS if f"`{chapter}`" not in text] == []


OPENED = (
    r"^# (?=\[compositions|title = |grading|liability|approvals|deadlines|closing|process_fine|qc_inspector)"
)


def test_the_commented_composition_of_the_template_is_sound(tmp_path: Path) -> None:
    text = (ROOT / "templates" / "gongdao.toml").read_text("utf-8")
    entry = '[[rulebooks]]\ncomposition = "ours"\nsince = 2025-01-01'
    file = tmp_path / "gongdao.toml"
    opened = re.sub(OPENED, "", text, flags=re.MULTILINE).replace('# composition = "ours"', entry)
    file.write_text(opened, encoding="utf-8")

    in_force = settings_from(file).company().in_force

    assert [entry.rulebook for entry in in_force] == ["logistics-liability", "ours"]


def test_the_fault_on_the_page_is_the_fault_that_is_told(tmp_path: Path) -> None:
    file = tmp_path / "gongdao.toml"
    composed = example(PAGES[0], "[compositions").replace("incident-compensation", "logistics-liability")
    file.write_text(SITE + composed, encoding="utf-8")

    with pytest.raises(BadSettings) as refused:
        settings_from(file)

    (fault, *_) = refused.value.faults
    assert "speaks of the grades minor, serious, major (clauses after 4.6, 5.1" in fault.found
