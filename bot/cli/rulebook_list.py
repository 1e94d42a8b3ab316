"""`gongdao rulebook list`: the company's own rulebooks, and those that ship."""

from datetime import date

import click

from bot.cli.columns import in_columns
from bot.cli.rulebook_source import at_hand, language_of, language_option
from bot.rulebook_words.listing import markdown_page, table_rows
from bot.rulebooks import ids, rulebook


@click.command("list")
@click.option("--markdown", is_flag=True, help="写成 docs/rulebooks.md · as docs/rulebooks.md")
@language_option
@click.pass_context
def list_(context: click.Context, markdown: bool, lang: str | None) -> None:
    """列出公司自己的制度和随附的制度 · list the company's rulebooks and those that ship."""
    shipped = [rulebook(name, date.max).edition for name in ids()]
    if markdown:
        click.echo(markdown_page(shipped), nl=False)
        return
    known = at_hand(context)
    own = [one.edition for name in known.ids if name not in ids() for one in known.editions(name)]
    for line in in_columns(table_rows([*own, *shipped], language_of(context, lang))):
        click.echo(line)
