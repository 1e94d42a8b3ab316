from datetime import date
from pathlib import Path

import pytest

from bot.settings import BadSettings, Settings, settings_from
from core.model.roles import Role
from tests.bot.own_rulebook import OWN_FINES

LEAST = """
name = "恒远"
[sites.suzhou]
name = "苏州厂"
"""
COMPOSED = """
[[rulebooks]]
composition = "ours"
since = 2025-01-01
posts = { factory_director = "director" }

[compositions.ours]
title = "本公司质量事故规定"
grading = "six-grade-incidents"
liability = "incident-compensation"
approvals = "incident-compensation"

[compositions.ours.settings]
process_fine = "100.00"

[compositions.ours.posts]
qc_inspector = "quality"
factory_director = "recheck"
"""


def settings_in(folder: Path, text: str, /, **files: str) -> Settings:
    (folder / "rulebooks").mkdir(exist_ok=True)
    for name, rulebook in files.items():
        (folder / "rulebooks" / f"{name}.toml").write_text(rulebook, encoding="utf-8")
    file = folder / "gongdao.toml"
    file.write_text(LEAST + text, encoding="utf-8")
    return settings_from(file)


def faults_in(folder: Path, text: str, /, **files: str) -> dict[str, str]:
    with pytest.raises(BadSettings) as refused:
        settings_in(folder, text, **files)
    return {fault.where: f"{fault.what}: {fault.found} {fault.allowed}" for fault in refused.value.faults}


def in_force(*files: str) -> str:
    return "".join(f'[[rulebooks]]\nfile = "rulebooks/{file}.toml"\nsince = 2024-01-01\n' for file in files)


def test_a_composition_is_put_in_force_with_its_settings_and_posts(tmp_path: Path) -> None:
    settings = settings_in(tmp_path, COMPOSED)

    (entry,) = settings.company().in_force
    edition = settings.rulebooks_at_hand().on("ours", date(2025, 3, 3)).edition
    assert (entry.rulebook, edition.title.zh_hans) == ("ours", "本公司质量事故规定")
    assert entry.posts == {"qc_inspector": Role.QUALITY, "factory_director": Role.DIRECTOR}
    assert edition.settings["process_fine"].value == "100.00"
    assert edition.charges[0].clause == "incident-compensation 3.2"


TABLE = """
[compositions.ours]
title = "x"
liability = "all-staff-liability"
settings = {{ monitored_shares = {{ responsible = "{share}", monitor = "30" }} }}
"""


def test_a_composition_fills_a_table_of_shares(tmp_path: Path) -> None:
    at_hand = settings_in(tmp_path, TABLE.format(share="70")).rulebooks_at_hand()

    held = at_hand.on("ours", date(2025, 3, 3))

    assert held.setting_values["monitored_shares"] == {("responsible",): 700_000, ("monitor",): 300_000}


def test_a_table_that_a_composition_fills_wrongly_is_named_by_its_cell(tmp_path: Path) -> None:
    (fault,) = faults_in(tmp_path, TABLE.format(share="170")).items()

    assert fault[0] == "compositions.ours.settings.monitored_shares"
    assert "allowed is a percentage from 0 to 100, at responsible" in fault[1]


def test_a_composition_knows_the_titles_of_its_parts_and_has_a_hash_of_its_own(tmp_path: Path) -> None:
    at_hand = settings_in(tmp_path, COMPOSED).rulebooks_at_hand()

    ours = at_hand.on("ours", date(2025, 3, 3))
    other = settings_in(tmp_path, COMPOSED.replace("100.00", "90.00")).rulebooks_at_hand()

    assert set(ours.sources) == {"six-grade-incidents", "incident-compensation"} == set(at_hand.titles)
    assert len(ours.sha256) == 64
    assert at_hand.on("ours", date(2026, 1, 1)) is ours
    assert other.on("ours", date(2025, 3, 3)).sha256 != ours.sha256


def test_an_own_file_is_put_in_force_in_the_edition_of_the_day(tmp_path: Path) -> None:
    first, second = (OWN_FINES.format(edition=day, amount=amount) for day, amount in EDITIONS)

    text = in_force("a").replace('"rulebooks/a.toml"', '["rulebooks/a.toml", "rulebooks/b.toml"]')
    settings = settings_in(tmp_path, text, a=first, b=second)

    at_hand = settings.rulebooks_at_hand()
    assert settings.company().in_force[0].rulebook == "our-fines"
    assert at_hand.on("our-fines", date(2024, 12, 31)).edition.edition == "2024-01-01"
    assert at_hand.on("our-fines", date(2025, 1, 1)).edition.edition == "2025-01-01"


EDITIONS = (("2024-01-01", "50.00"), ("2025-01-01", "60.00"))


def test_a_composition_may_take_chapters_from_an_own_file_and_follows_its_editions(tmp_path: Path) -> None:
    first, second = (OWN_FINES.format(edition=day, amount=amount) for day, amount in EDITIONS)
    text = 'rulebook_files = ["rulebooks/a.toml", "rulebooks/b.toml"]\n'

    file = tmp_path / "gongdao.toml"
    settings_in(tmp_path, "", a=first, b=second)
    composed = '[compositions.ours]\ntitle = "x"\ngrading = "six-grade-incidents"\nliability = "our-fines"\n'
    file.write_text(text + LEAST + composed, encoding="utf-8")
    at_hand = settings_from(file).rulebooks_at_hand()

    early, late = (at_hand.on("ours", date(year, 6, 1)).edition for year in (2024, 2025))
    assert (early.in_force_from, late.in_force_from) == (date(2024, 1, 1), date(2025, 1, 1))
    assert str(early.charges[0].amount) == "50.00"  # type: ignore[union-attr]
    assert at_hand.on("ours", date(2020, 1, 1)).edition.in_force_from == date(2024, 1, 1)


def test_every_fault_of_files_and_compositions_is_named_at_once(tmp_path: Path) -> None:
    bad = OWN_FINES.format(edition="2024-01-01", amount="fifty").replace("our-fines", "Ours")
    text = COMPOSED.replace('"incident-compensation"', '"logistics-liability"')

    faults = faults_in(tmp_path, in_force("a", "missing", "text") + text, a=bad, text="[")

    assert faults["rulebooks/missing.toml"].startswith("file_missing")
    assert "is no TOML" in faults["rulebooks/text.toml: file"]
    assert "rulebooks/a.toml:2: id" in faults
    assert "rulebooks/a.toml:16: charges[0].amount" in faults
    assert "speaks of the grades minor" in faults["compositions.ours.liability"]
    assert "take grading from logistics-liability too" in faults["compositions.ours.approvals"]


def test_files_that_cannot_be_read_are_named(tmp_path: Path) -> None:
    (tmp_path / "rulebooks").mkdir()
    (tmp_path / "rulebooks" / "b.toml").write_bytes(b"\xff")

    faults = faults_in(tmp_path, in_force("b") + in_force("b").replace("/b.toml", ""))

    assert faults["rulebooks/b.toml"].startswith("file_not_toml")
    assert faults["rulebooks"].startswith("file_unreadable")


def test_an_id_that_ships_a_second_edition_of_one_day_and_two_ids_in_one_entry_are_refused(
    tmp_path: Path,
) -> None:
    first = OWN_FINES.format(edition="2024-01-01", amount="50.00")
    text = in_force("a").replace('"rulebooks/a.toml"', '["rulebooks/a.toml", "rulebooks/b.toml"]')

    same = faults_in(tmp_path, text, a=first, b=first.replace("50.00", "60.00"))
    taken = faults_in(tmp_path, in_force("a"), a=first.replace("our-fines", "logistics-liability"), b=first)
    other = faults_in(tmp_path, text, a=first, b=first.replace("our-fines", "others"))

    assert "our-fines has another edition from 2024-01-01" in same["rulebooks/b.toml: in_force_from"]
    assert "another edition called '2024-01-01'" in same["rulebooks/b.toml: edition"]
    assert "is the id of a rulebook that ships" in taken["rulebooks/a.toml: id"]
    assert "rulebooks.0.file" in other


def test_an_edition_that_holds_from_ever_is_one_too(tmp_path: Path) -> None:
    always = OWN_FINES.format(edition="2024-01-01", amount="50.00").replace(
        "in_force_from = 2024-01-01\n", ""
    )
    text = in_force("a").replace('"rulebooks/a.toml"', '["rulebooks/a.toml", "rulebooks/b.toml"]')

    faults = faults_in(tmp_path, text, a=always, b=always.replace('"2024-01-01"', '"b"'))

    assert "another edition from always" in faults["rulebooks/b.toml: in_force_from"]


def test_a_composition_may_not_take_the_id_of_a_rulebook(tmp_path: Path) -> None:
    text = COMPOSED.replace("compositions.ours", "compositions.logistics-liability")

    faults = faults_in(tmp_path, text)

    assert "allowed is an id of its own" in faults["compositions.logistics-liability"]


def test_a_rulebook_that_nobody_knows_is_named_with_those_that_are_allowed(tmp_path: Path) -> None:
    faults = faults_in(tmp_path, COMPOSED.replace('grading = "six', 'grading = "seven'))

    assert "'seven-grade-incidents' is no rulebook; allowed are" in faults["compositions.ours.grading"]
    assert "six-grade-incidents" in faults["compositions.ours.grading"]


@pytest.mark.parametrize("ways", ["", 'id = "x"\ncomposition = "ours"\n'])
def test_an_entry_names_its_rulebook_in_one_way_only(tmp_path: Path, ways: str) -> None:
    faults = faults_in(tmp_path, f"[[rulebooks]]\n{ways}since = 2025-01-01\n")

    assert faults["rulebooks.0"].startswith("one_of")


def test_a_chapter_is_named_by_a_text_and_a_composition_by_small_letters(tmp_path: Path) -> None:
    faults = faults_in(tmp_path, '[compositions.ours]\ntitle = "x"\ngrading = 3\n[compositions.Ours]\n')

    assert faults["compositions.ours.grading"].startswith("string")
    assert any(fault.startswith("id") for fault in faults.values())
