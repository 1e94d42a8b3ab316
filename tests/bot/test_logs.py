"""The process's own log: JSON lines without any token."""

import io
import json
import logging
from collections.abc import Iterator

import pytest

from bot.logs import log_to, redacted

TOKEN = "123456789:AAE-abcdefghijklmnopqrstuvwxyz_0123"


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    root = logging.getLogger()
    before = root.handlers[:], root.level
    stream = io.StringIO()
    log_to(stream)
    yield stream
    root.handlers[:], root.level = before


def test_a_line_is_one_json_object(log: io.StringIO) -> None:
    logging.getLogger("bot.test").info("kept %d updates", 3)

    line = json.loads(log.getvalue())
    assert (line["level"], line["logger"], line["message"]) == ("info", "bot.test", "kept 3 updates")


def test_a_token_is_hidden_in_messages_and_tracebacks(log: io.StringIO) -> None:
    try:
        int(f"https://api.telegram.org/bot{TOKEN}/getMe")
    except ValueError:
        logging.getLogger("bot.test").exception("could not open bot%s", TOKEN)

    assert TOKEN not in log.getvalue()
    assert "<token>" in json.loads(log.getvalue())["message"]
    assert "ValueError" in json.loads(log.getvalue())["fault"]


def test_a_library_that_logs_addresses_is_silent(log: io.StringIO) -> None:
    logging.getLogger("httpx").info("GET https://api.telegram.org/bot%s/getMe", TOKEN)

    assert log.getvalue() == ""


def test_times_and_numbers_are_no_tokens() -> None:
    assert redacted("250303 at 12:30:00, 5 updates") == "250303 at 12:30:00, 5 updates"
