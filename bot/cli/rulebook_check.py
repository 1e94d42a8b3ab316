"""`gongdao rulebook check`: every fault of a rulebook file, or of what the company composes, at once."""

from pathlib import Path

import click

from bot.cli.rulebook_source import editions_named, is_file, language_of, language_option, source_in


@click.command()
@click.argument("name", metavar="FILE|ID")
@language_option
@click.pass_context
def check(context: click.Context, name: str, lang: str | None) -> None:
    """检查一份制度文件，或公司自己的制度和组合 · name every fault of a rulebook file, or of the company's own."""
    language = language_of(context, lang)
    if is_file(name):
        click.echo(f"{source_in(Path(name), language).name}: OK")
        return
    for one in editions_named(name, context, language):
        click.echo(f"{one.id} {one.edition.edition}: OK")
