from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.payroll.vault import KeyFileVault


@pytest.fixture
def vault(tmp_path: Path) -> KeyFileVault:
    return KeyFileVault(tmp_path / "wages.key")


@given(st.text(max_size=100))
def test_what_is_sealed_can_be_opened(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    vault = KeyFileVault(tmp_path_factory.getbasetemp() / "any.key")

    assert vault.opened(vault.seal(text)) == text


def test_sealing_twice_gives_two_texts_and_neither_says_the_wage(vault: KeyFileVault) -> None:
    first, second = vault.seal("6000.00"), vault.seal("6000.00")

    assert first != second
    assert "6000.00" not in first + second


def test_a_changed_text_is_not_opened(vault: KeyFileVault) -> None:
    sealed = vault.seal("6000.00")
    changed = sealed[:10] + ("A" if sealed[10] != "A" else "B") + sealed[11:]

    with pytest.raises(ValueError, match=r"wages\.key"):
        vault.opened(changed)


def test_another_key_opens_nothing(vault: KeyFileVault, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"other\.key"):
        KeyFileVault(tmp_path / "other.key").opened(vault.seal("6000.00"))


def test_the_key_is_kept_for_the_next_start_and_only_its_owner_may_read_it(tmp_path: Path) -> None:
    file = tmp_path / "wages.key"
    sealed = KeyFileVault(file).seal("6000.00")

    assert KeyFileVault(file).opened(sealed) == "6000.00"
    assert file.stat().st_mode & 0o777 == 0o600


def test_a_key_that_another_process_made_meanwhile_stands(tmp_path: Path) -> None:
    file = tmp_path / "wages.key"
    one, other = KeyFileVault(file), KeyFileVault(file)
    sealed = one.seal("6000.00")
    other._make_key()

    assert other.opened(sealed) == "6000.00"
    assert [place.name for place in tmp_path.iterdir()] == ["wages.key"]
