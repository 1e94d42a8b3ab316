"""`gongdao rulebook check`: every fault of a rulebook file at once."""

from pathlib import Path

import click

from bot.cli.rulebook_source import language_of, language_option, source_in


@click.command()
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@language_option
@click.pass_context
def check(context: click.Context, file: Path, lang: str | None) -> None:
    """检查一份制度文件，列出所有错误 · name every fault of a rulebook file."""
    click.echo(f"{source_in(file, language_of(context, lang)).name}: OK")
