"""The tip key as commands of the shell take it: a file and a passphrase, which no command line shows."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from bot.cli.shell import BAD_INPUT, Shell
from bot.tips.key_file import public_text, unlocked
from bot.tips.sealing import WrongKey

key_option = click.option(
    "--key",
    "file",
    type=click.Path(path_type=Path, dir_okay=False),
    required=True,
    help="举报密钥文件，不要放在数据目录里 · the key file; keep it outside the data folder",
)
as_option = click.option("--as", "employee_no", required=True, help="您的工号 · your employee number")


def unlocked_key(shell: Shell, file: Path) -> X25519PrivateKey:
    """The key, after asking for its passphrase; ends with code 2 if it does not open, or is not the company's."""
    passphrase = click.prompt("口令 · passphrase", hide_input=True, err=True)
    try:
        private = unlocked(file, passphrase)
    except OSError as error:
        shell.complain("tips_key_unreadable", file=file, why=error.strerror or "")
    except WrongKey:
        shell.complain("tips_key_locked", file=file)
    else:
        return _of_company(shell, file, private)
    raise SystemExit(BAD_INPUT)


@contextmanager
def sealed_otherwise_said(shell: Shell) -> Iterator[None]:
    """Say that a piece was sealed to another key, or changed, and end with code 1."""
    try:
        yield
    except WrongKey:
        shell.complain("tips_sealed_otherwise", count=1)
        raise SystemExit(1) from None


def _of_company(shell: Shell, file: Path, private: X25519PrivateKey) -> X25519PrivateKey:
    """An older key reads older tips: that it is not the one in use is only said."""
    if public_text(private.public_key()) != shell.settings().tips.key:
        shell.complain("tips_key_other", file=file)
    return private
