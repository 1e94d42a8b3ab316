"""One bot at a time on one database."""

import os
from pathlib import Path

import pytest

from bot.lock import AlreadyRunning, alone_on


def test_a_second_holder_is_refused_and_told_what_to_do(tmp_path: Path) -> None:
    database = tmp_path / "gongdao.sqlite3"

    with alone_on(database), pytest.raises(AlreadyRunning, match="Stop it first"), alone_on(database):
        pass


def test_the_next_may_hold_it_after_the_first_let_go(tmp_path: Path) -> None:
    database = tmp_path / "gongdao.sqlite3"
    with alone_on(database):
        pass

    with alone_on(database):
        assert database.with_suffix(".lock").exists()


def test_a_file_reached_by_a_link_is_the_same_file(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "data")
    there = tmp_path / "data" / "gongdao.sqlite3"

    with alone_on(there), pytest.raises(AlreadyRunning) as refused, alone_on(tmp_path / "link" / there.name):
        pass

    assert refused.value.pid == str(os.getpid())
