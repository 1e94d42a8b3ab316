"""`gongdao rulebook schema`: the format of a rulebook file for editors."""

import json

import click

from core.rulebook.schema import edition_schema


@click.command()
def schema() -> None:
    """印出制度文件格式的 JSON Schema，供编辑器使用 · print the JSON Schema of rulebook files, for editors."""
    click.echo(json.dumps(edition_schema(), ensure_ascii=False, indent=1))
