"""What `gongdao sandbox` says when it cannot open, or cannot stay open."""

import socket
from pathlib import Path

from click.testing import CliRunner, Result

from bot.cli.main import main
from bot.sample.place import Place


def opened(folder: Path, port: int = 0) -> Result:
    return CliRunner().invoke(main, ["--lang", "en", "sandbox", "--port", str(port), "--data", str(folder)])


def test_a_port_that_is_taken_is_said_with_the_way_out(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        result = opened(tmp_path, taken.getsockname()[1])

    assert result.exit_code == 1
    assert "cannot be opened" in result.stderr
    assert "--port 0" in result.stderr


def test_a_bot_that_ends_by_itself_is_said_with_its_log(tmp_path: Path) -> None:
    place = Place(tmp_path)
    place.clear()
    place.mark_founded()
    place.config.write_text("not a configuration", encoding="utf-8")

    result = opened(tmp_path)

    assert result.exit_code == 1
    assert "The bot has stopped (code 2)" in result.stderr
    assert "gongdao.toml" in (tmp_path / "bot.log").read_text(encoding="utf-8")


def test_beginning_anew_takes_away_only_what_a_sandbox_left(tmp_path: Path) -> None:
    place = Place(tmp_path)
    place.clear()
    mine = tmp_path / "mine.txt"
    mine.write_text("keep")
    (place.root / "company").mkdir()
    place.mark_founded()

    place.clear()

    assert mine.read_text() == "keep"
    assert not place.is_founded()
    assert not (place.root / "company").exists()


def test_a_folder_of_something_else_is_left_alone(tmp_path: Path) -> None:
    real = tmp_path / "gongdao.toml"
    real.write_text("# a real company")

    result = opened(tmp_path)

    assert (result.exit_code, real.read_text()) == (1, "# a real company")
    assert "is not empty" in result.stderr
