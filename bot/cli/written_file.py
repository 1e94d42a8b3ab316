"""Writes a file that was asked for in the shell."""

from pathlib import Path

from bot.cli.shell import BAD_INPUT, Shell
from bot.trouble import trouble_in


def write_file(shell: Shell, file: Path, content: bytes) -> None:
    """Write it; a place that cannot be written to ends with words and code 2, a full disk as everywhere."""
    try:
        file.write_bytes(content)
    except OSError as fault:
        if trouble_in(fault):
            raise
        shell.complain("file_not_written", file=file, why=fault.strerror or fault)
        raise SystemExit(BAD_INPUT) from fault
