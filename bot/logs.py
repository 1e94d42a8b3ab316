"""The process's own log: JSON lines, never a bot token in them."""

import json
import logging
import re
import sys
from datetime import UTC, datetime
from typing import TextIO

TOKEN = re.compile(r"\d{5,}:[A-Za-z0-9_-]{30,}")
HIDDEN = "<token>"
# these two say at INFO or DEBUG what we must not write, or what nobody reads
QUIET = ("telegram", "aiosqlite", "httpx", "httpcore", "asyncio", "alembic")


class JsonLines(logging.Formatter):
    """One JSON object a line: at, level, logger, message and, after a fault, its traceback."""

    def format(self, record: logging.LogRecord) -> str:
        """The line, with every token hidden."""
        line = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
        }
        if record.exc_info:
            line["fault"] = self.formatException(record.exc_info)
        return redacted(json.dumps(line, ensure_ascii=False))


def redacted(text: str) -> str:
    """The text without bot tokens."""
    return TOKEN.sub(HIDDEN, text)


def log_to(stream: TextIO = sys.stderr) -> None:
    """Send the log of the whole process there."""
    handler = logging.StreamHandler(stream)
    handler.setFormatter(JsonLines())
    logging.basicConfig(level=logging.INFO, handlers=[handler], force=True)
    for name in QUIET:
        logging.getLogger(name).setLevel(logging.WARNING)
