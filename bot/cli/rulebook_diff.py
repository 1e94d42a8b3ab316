"""`gongdao rulebook diff`: two editions side by side in words."""

from itertools import pairwise

import click

from bot.cli.rulebook_source import (
    Source,
    editions_named,
    language_of,
    language_option,
    refuse,
    source_named,
)
from bot.rulebook_words.comparing import Comparison
from bot.rulebooks import loss_kinds


@click.command()
@click.argument("old", metavar="ID[@EDITION]|FILE")
@click.argument("new", metavar="[ID[@EDITION]|FILE]", required=False)
@language_option
@click.pass_context
def diff(context: click.Context, old: str, new: str | None, lang: str | None) -> None:
    """并列两个版本，说出差别；只给一个编号，就比它先后的版本 · put two editions side by side, in words; of one id alone, its editions in time."""
    language = language_of(context, lang)
    if new is not None:
        _say(source_named(old, context, language), source_named(new, context, language), language)
        return
    editions = editions_named(old, context, language)
    if len(editions) == 1:
        refuse(language, "one_edition", name=old)
    for before, after in pairwise(editions):
        _say(Source(before.edition, before.sha256), Source(after.edition, after.sha256), language)


def _say(before: Source, after: Source, language: str) -> None:
    click.echo(f"# {before.name} → {after.name}")
    for line in Comparison(before.edition, after.edition, loss_kinds(), language).lines():
        click.echo(line)
