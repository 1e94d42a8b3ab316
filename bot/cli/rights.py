"""`gongdao rights`: who may do what, as the bot enforces it."""

import json

import click

from bot.cli.columns import in_columns
from bot.cli.rulebook_source import language_of, language_option
from bot.rights_words import rights_data, rights_page, rights_rows


@click.command()
@click.option("--json", "is_json", is_flag=True, help="以 JSON 输出 · as JSON")
@click.option("--markdown", is_flag=True, help="写成 docs/rights*.md · as docs/rights*.md")
@language_option
@click.pass_context
def rights(context: click.Context, is_json: bool, markdown: bool, lang: str | None) -> None:
    """谁可以做什么：机器人只照这张表办 · who may do what: the table that the bot enforces."""
    if is_json:
        click.echo(json.dumps(rights_data(), ensure_ascii=False, indent=1))
    elif markdown:
        click.echo(rights_page(language_of(context, lang)), nl=False)
    else:
        for line in in_columns(rights_rows(language_of(context, lang))):
            click.echo(line)
