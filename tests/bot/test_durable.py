"""Files that are there whole take no other thing's place."""

import os
import stat
from pathlib import Path

import pytest

from bot.durable import is_unfinished, written_whole


def _written(place: Path) -> None:
    with written_whole(place) as file:
        file.write(b"whole")


def test_a_file_takes_the_place_of_a_file(tmp_path: Path) -> None:
    place = tmp_path / "kept"
    place.write_bytes(b"before")

    _written(place)

    assert place.read_bytes() == b"whole"


def test_what_is_being_written_says_of_what_it_is_a_part(tmp_path: Path) -> None:
    with written_whole(tmp_path / "out.zip"):
        (unfinished,) = tmp_path.iterdir()
        is_known = is_unfinished(unfinished)

    assert is_known
    assert unfinished.name.startswith("out.zip.")
    assert [one.name for one in tmp_path.iterdir()] == ["out.zip"]


def test_a_pipe_or_a_device_is_left_as_it_is(tmp_path: Path) -> None:
    place = tmp_path / "pipe"
    os.mkfifo(place)

    with pytest.raises(OSError, match="not a regular file"):
        _written(place)

    assert stat.S_ISFIFO(place.stat().st_mode)
    assert [one.name for one in tmp_path.iterdir()] == ["pipe"]
