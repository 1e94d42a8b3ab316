"""`gongdao rulebook list`: the company's own rulebooks, and those that ship."""

from datetime import date

import click

from bot.cli.columns import in_columns
from bot.cli.rulebook_source import at_hand, language_of, language_option
from bot.company_rulebooks import CompanyRulebooks
from bot.rulebook_words.listing import markdown_page, table_rows
from bot.rulebooks import editions, ids, rulebook
from core.rulebook.compiled import CompiledRulebook


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
    names = sorted(known.ids, key=ids().__contains__)
    listed = [one.edition for name in names for one in _listed(name, known)]
    for line in in_columns(table_rows(listed, language_of(context, lang))):
        click.echo(line)


def _listed(name: str, known: CompanyRulebooks) -> tuple[CompiledRulebook, ...]:
    """Every edition of the company's own; of one that ships the latest, and what the company has put after it."""
    if name not in ids():
        return known.editions(name)
    latest = rulebook(name, date.max)
    shipped = {one.sha256 for one in editions(name)}
    return (latest, *(one for one in known.editions(name) if one.sha256 not in shipped))
