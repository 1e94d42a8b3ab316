"""`gongdao rulebook`: what a company does with rulebook files at the shell."""

import sys
from typing import IO

import click

from bot.rulebooks import loss_kinds
from core.model.fault import BadRulebook
from core.rulebook.checks.problems import check_edition
from core.rulebook.parsing import read_edition

_BAD_RULEBOOK = 2


@click.group()
def rulebook() -> None:
    """制度文件 · rulebook files."""


@rulebook.command()
@click.argument("file", type=click.File("r", encoding="utf-8"))
def check(file: IO[str]) -> None:
    """检查一份制度文件，列出所有错误 · name every fault of a rulebook file."""
    try:
        edition = read_edition(file.read())
        check_edition(edition, loss_kinds())
    except BadRulebook as refused:
        for fault in refused.faults:
            click.echo(str(fault), err=True)
        sys.exit(_BAD_RULEBOOK)
    except UnicodeDecodeError:
        click.echo("file: is not UTF-8 text; allowed is UTF-8", err=True)
        sys.exit(_BAD_RULEBOOK)
    click.echo(f"{edition.id} {edition.edition}: OK")
