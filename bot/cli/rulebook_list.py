"""`gongdao rulebook list`: the rulebooks that ship."""

from datetime import date

import click

from bot.cli.columns import in_columns
from bot.cli.rulebook_source import language_of, language_option
from bot.rulebook_words.listing import markdown_page, table_rows
from bot.rulebooks import ids, rulebook


@click.command("list")
@click.option("--markdown", is_flag=True, help="写成 docs/rulebooks.md · as docs/rulebooks.md")
@language_option
@click.pass_context
def list_(context: click.Context, markdown: bool, lang: str | None) -> None:
    """列出随附的制度 · list the rulebooks that ship."""
    editions = [rulebook(name, date.max).edition for name in ids()]
    if markdown:
        click.echo(markdown_page(editions), nl=False)
        return
    for line in in_columns(table_rows(editions, language_of(context, lang))):
        click.echo(line)
