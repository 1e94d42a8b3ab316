"""`gongdao rulebook`: what people who own rulebooks do with them at the shell."""

import click

from bot.cli.rulebook_check import check
from bot.cli.rulebook_clauses import clauses
from bot.cli.rulebook_diff import diff
from bot.cli.rulebook_list import list_
from bot.cli.rulebook_schema import schema
from bot.cli.rulebook_show import show
from bot.cli.rulebook_simulate import simulate


@click.group()
def rulebook() -> None:
    """制度书 · rulebooks."""


for command in (list_, show, check, diff, simulate, schema, clauses):
    rulebook.add_command(command)
