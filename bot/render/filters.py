"""How templates of one language write amounts, times and words."""

from collections.abc import Callable, Mapping, Sequence
from enum import Enum
from functools import partial

from jinja2 import pass_context
from jinja2.runtime import Context

from bot.clause_words import clause_said
from bot.render.capitals import in_capitals
from bot.render.strings import Strings
from bot.render.times import times_for
from bot.rulebook_words.faults import said
from core.model.label import Label
from core.model.money import Money
from core.model.rate import percent_text
from handlers.cleaning import cleaned

Filter = Callable[..., str]
Titles = Mapping[str, Label | Mapping[str, str]]


def filters_for(language: str, strings: Strings) -> Mapping[str, Filter]:
    """The filters of that language, by name."""

    def word(value: object, group: str) -> str:
        return strings.word(group, str(value.value) if isinstance(value, Enum) else str(value))

    return {
        "cited": pass_context(partial(_cited, language, strings)),
        **times_for(language, strings),
        "word": word,
        "signed": partial(_signed, strings),
        "money": money,
        "in_capitals": in_capitals,
        "percent": percent,
        "tenth": tenth,
        "clean": cleaned,
        "in_words": partial(said, language=language),
    }


def _signed(strings: Strings, who: str | Sequence[str]) -> str:
    """A name; of a deputy, with whom they acted for."""
    return who if isinstance(who, str) else strings.text("formats", "signed").format(*who)


def _cited(
    language: str, strings: Strings, context: Context, clause: str, sources: Titles | None = None
) -> str:
    """A clause in words; of a composition, with the title of the regulation it is from.

    `sources` are the titles by id; left out, those of the company's compositions.
    """
    company = context.get("company")
    known: Titles = (company.titles if company else {}) if sources is None else sources
    source, _, own = clause.partition("#")[0].partition(" ")
    title = known.get(source)
    if title is None:
        return clause_said(language, clause)
    label = title if isinstance(title, Label) else Label.model_validate(title)
    return strings.text("formats", "cited").format(
        title=label.in_language(language), clause=clause_said(language, own)
    )


def money(value: Money | str) -> str:
    """An amount with its thousands apart: 1,460.00."""
    yuan, fen = str(value).split(".")
    return f"{int(yuan):,}.{fen}" if yuan != "-0" else f"-0.{fen}"


def tenth(rate: int) -> str:
    """A rate in millionths, to a tenth of a percent."""
    return percent((rate + 500) // 1000 * 1000)


def percent(value: int | str) -> str:
    """A rate: millionths, or a percentage as text."""
    return f"{percent_text(value) if isinstance(value, int) else value}%"
