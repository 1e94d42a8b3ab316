"""`gongdao assess`: one case in, one explained assessment out; nothing is stored."""

import json
import sys
from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from typing import IO

import click

from bot.explain import Explainer
from bot.rulebooks import ids
from bot.rulebooks import rulebook as rulebook_in_force
from core.assess import assess as assess_case
from core.model.fault import BadRequest, Fault
from core.model.label import LANGUAGES
from core.rulebook.compiled import CompiledRulebook
from core.rulebook.scalars import NotAllowed, read_date
from core.rules.assessment.answer_json import to_json
from core.rules.request.json_text import read_json_object

_BAD_REQUEST = 2
Finder = Callable[[str, date], CompiledRulebook]
"""The rulebook of that id in force on that day; BadRequest where there is none."""


@click.command()
@click.option("--rulebook", "rulebook_id", metavar="ID", help="按哪部制度 · the rulebook to assess under")
@click.option("--lines", is_flag=True, help="每行一个请求 · one request a line, each with its own rulebook")
@click.option(
    "--lang",
    type=click.Choice(LANGUAGES),
    help=f"说明文字的语言 · language of the explanations  [default: {LANGUAGES[0]}]",
)
@click.argument("file", type=click.File("rb"), default="-")
@click.pass_context
def assess(
    context: click.Context, rulebook_id: str | None, lines: bool, lang: str | None, file: IO[bytes]
) -> None:
    """核算一案：读 JSON，印 JSON · assess one case: a JSON request in, a JSON assessment out."""
    lang = lang or context.find_root().params.get("lang") or LANGUAGES[0]
    find = partial(_rulebook, context)
    if lines:
        for line in file:
            click.echo(json.dumps(_answer_or_faults(line, rulebook_id, lang, find), ensure_ascii=False))
        return
    try:
        request = read_json_object(_decoded(file.read()))
        answer = _answer(request, rulebook_id or request.get("rulebook"), lang, find)
    except BadRequest as refused:
        for fault in refused.faults:
            click.echo(str(fault), err=True)
        sys.exit(_BAD_REQUEST)
    click.echo(json.dumps(answer, ensure_ascii=False, indent=1))


def _answer_or_faults(line: bytes, rulebook_id: str | None, lang: str, find: Finder) -> Mapping[str, object]:
    try:
        request = read_json_object(_decoded(line))
        return _answer(request, request.get("rulebook", rulebook_id), lang, find)
    except BadRequest as refused:
        return {"error": [str(fault) for fault in refused.faults]}


def _answer(request: Mapping[str, object], named: object, lang: str, find: Finder) -> Mapping[str, object]:
    if not isinstance(named, str):
        raise BadRequest(
            (Fault("rulebook", "no id is given,", "name one with --rulebook or in the request"),)
        )
    rulebook = find(named, _day(request))
    return to_json(assess_case(request, rulebook), Explainer(lang, rulebook))


def _rulebook(context: click.Context, named: str, day: date) -> CompiledRulebook:
    """What ships is found at once; for any other the company's configuration is read."""
    if named not in ids():
        from bot.cli.rulebook_source import at_hand  # noqa: PLC0415 - settings take long to load, and few ask

        company = at_hand(context)
        if named in company.ids:
            return company.on(named, day)
    return rulebook_in_force(named, day)


def _day(request: Mapping[str, object]) -> date:
    try:
        return read_date(request.get("occurred_on"))
    except NotAllowed:
        return date.max


def _decoded(text: bytes) -> str:
    try:
        return text.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        raise BadRequest((Fault("request", "is not UTF-8 text;", "allowed is UTF-8"),)) from fault
