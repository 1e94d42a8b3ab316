"""`gongdao rulebook clauses`: every clause of every regulation, and what carries it out."""

import json

import click

from bot.clauses import clauses as all_clauses
from bot.cli.shell import Shell
from core.rulebook.clause_list import CarriedClause, counts_by_mechanism


@click.command()
@click.option("--json", "as_json", is_flag=True, help="一个 JSON 数组 · one JSON array")
@click.pass_obj
def clauses(shell: Shell, *, as_json: bool) -> None:
    """列出全部条款,由什么执行 · list every clause and what carries it out."""
    found = all_clauses()
    if as_json:
        click.echo(
            json.dumps([_entry(one, shell.words.language) for one in found], ensure_ascii=False, indent=1)
        )
        return
    for one in found:
        click.echo(f"{one.row.key}\t{one.rulebook}\t{_how(one, shell.words.language)}")
    click.echo()
    for mechanism, count in counts_by_mechanism(found).items():
        click.echo(f"{count:>5}  {mechanism}")
    carried = sum(one.is_carried_out for one in found)
    click.echo(f"{carried:>5}  / {len(found)}")


def _entry(one: CarriedClause, language: str) -> dict[str, object]:
    return {
        "key": one.row.key,
        "regulation": one.row.regulation,
        "clause": one.row.clause,
        "rulebook": one.rulebook,
        "carried_out_by": list(one.carried_out_by),
        "not_executable_because": _reason(one, language),
    }


def _reason(one: CarriedClause, language: str) -> str | None:
    because = one.not_executable_because
    return None if because is None else because.in_language(language)


def _how(one: CarriedClause, language: str) -> str:
    return ", ".join(one.carried_out_by) or f"— {_reason(one, language)}"
