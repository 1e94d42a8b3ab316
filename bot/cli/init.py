"""`gongdao init`: a commented configuration to start from."""

from importlib.resources import files
from pathlib import Path

import click

from bot.cli.shell import Shell

NAME = "gongdao.toml"


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), default=Path())
@click.pass_obj
def init(shell: Shell, folder: Path) -> None:
    """在目录里写一份带注释的配置，不覆盖已有的 · write a commented configuration, never over an old one."""
    file = folder / NAME
    text = (files("templates") / NAME).read_text(encoding="utf-8")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with file.open("x", encoding="utf-8") as writing:
            writing.write(text)
    except FileExistsError as error:
        shell.complain("init_exists", file=file)
        raise SystemExit(1) from error
    except OSError as error:
        shell.complain("init_unwritable", file=file, why=error.strerror)
        raise SystemExit(1) from error
    # The token may be written here: nobody else on the machine should read it.
    file.chmod(0o600)
    shell.say("init_done", file=file)
