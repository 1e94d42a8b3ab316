"""`gongdao rulebook diff`: two editions side by side in words."""

import click

from bot.cli.rulebook_source import language_of, language_option, source_named
from bot.rulebook_words.comparing import Comparison
from bot.rulebooks import loss_kinds


@click.command()
@click.argument("old", metavar="ID|FILE")
@click.argument("new", metavar="ID|FILE")
@language_option
@click.pass_context
def diff(context: click.Context, old: str, new: str, lang: str | None) -> None:
    """并列两个版本，说出差别 · put two editions side by side, in words."""
    language = language_of(context, lang)
    before, after = source_named(old, language), source_named(new, language)
    click.echo(f"# {before.name} → {after.name}")
    for line in Comparison(before.edition, after.edition, loss_kinds(), language).lines():
        click.echo(line)
