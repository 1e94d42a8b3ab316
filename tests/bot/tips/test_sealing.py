"""What is sealed to the tip key is opened by it alone, and is bound to what it is about."""

from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from bot.tips.key_file import make_key, public_from, public_text, unlocked
from bot.tips.own_key import OwnKey
from bot.tips.sealing import BLOCK, WrongKey, opened, sealed

PRIVATE = X25519PrivateKey.generate()
PUBLIC = PRIVATE.public_key()


@given(st.binary(max_size=3 * BLOCK))
def test_what_is_sealed_is_opened_with_the_key(content: bytes) -> None:
    assert opened(sealed(content, PUBLIC, "T-7F3K"), PRIVATE, "T-7F3K") == content


def test_another_key_opens_nothing() -> None:
    with pytest.raises(WrongKey):
        opened(sealed(b"secret", PUBLIC, "T-7F3K"), X25519PrivateKey.generate(), "T-7F3K")


def test_a_piece_cannot_be_passed_off_as_one_of_another_tip() -> None:
    with pytest.raises(WrongKey):
        opened(sealed(b"secret", PUBLIC, "T-7F3K"), PRIVATE, "T-AAAA")


@given(st.data())
def test_a_changed_byte_opens_nothing(data: st.DataObject) -> None:
    box = bytearray(sealed(b"secret", PUBLIC, "T-7F3K"))
    box[data.draw(st.integers(0, len(box) - 1))] ^= data.draw(st.integers(1, 127))

    with pytest.raises(WrongKey):
        opened(bytes(box), PRIVATE, "T-7F3K")


@pytest.mark.parametrize("box", [b"", b"\x01", b"\x01" + bytes(40), b"\x02" + bytes(200)])
def test_what_was_never_sealed_opens_nothing(box: bytes) -> None:
    with pytest.raises(WrongKey):
        opened(box, PRIVATE, "T-7F3K")


def test_the_length_of_a_short_text_does_not_show() -> None:
    lengths = {len(sealed(b"x" * count, PUBLIC, "")) for count in (0, 1, 10, 500, 1000)}

    assert len(lengths) == 1


def test_a_key_is_unlocked_with_its_passphrase_alone(tmp_path: Path) -> None:
    file = tmp_path / "tip.key"
    public = make_key(file, "correct horse")

    assert public_text(unlocked(file, "correct horse").public_key()) == public
    assert public_text(public_from(public)) == public
    assert file.stat().st_mode & 0o077 == 0
    with pytest.raises(WrongKey):
        unlocked(file, "wrong horse")


def test_a_key_is_never_written_over(tmp_path: Path) -> None:
    file = tmp_path / "tip.key"
    make_key(file, "correct horse")

    with pytest.raises(FileExistsError):
        make_key(file, "other")


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"salt": 1}', "\x00"])
def test_a_file_that_is_no_key_is_said_to_be_none(tmp_path: Path, text: str) -> None:
    file = tmp_path / "tip.key"
    file.write_text(text)

    with pytest.raises(WrongKey):
        unlocked(file, "correct horse")


@pytest.mark.parametrize("text", ["", "äöü", "AAAA", "no key at all"])
def test_a_public_key_in_the_settings_must_be_one(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - the library's own words say what
        public_from(text)


def test_marks_are_the_same_for_one_key_and_others_for_another(tmp_path: Path) -> None:
    key, again, other = OwnKey(tmp_path / "a"), OwnKey(tmp_path / "a"), OwnKey(tmp_path / "b")

    assert key.mark_of_person(17) == again.mark_of_person(17)
    assert key.mark_of_person(17) != other.mark_of_person(17)
    assert key.mark_of_message(1, 7) not in (key.mark_of_message(17, 0), key.mark_of_person(17))
