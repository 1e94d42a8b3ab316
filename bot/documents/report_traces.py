"""What each figure of a report is made of, for files and terminals: its name in words, and the cases behind it."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from bot.documents.report_words import ReportWords
from core.reports.amounts import COST
from core.reports.figure import Chapter, Figure
from core.reports.figures import all_figures
from core.reports.pareto import UNKNOWN
from core.reports.period import period_in
from core.reports.rows import CaseRow

_WORDS = {
    Chapter.NUMBERS: "report_number",
    Chapter.INDICATORS: "report_side",
    Chapter.MONEY: "report_sum",
}


@dataclass(frozen=True, slots=True)
class Trace:
    """A figure that is not nothing, with at most so many of its cases, and how many `more` there are."""

    figure: Figure
    chapter: str
    name: str
    cases: tuple[CaseRow, ...]
    more: int


def traces(words: ReportWords, most: int | None = None) -> Iterator[Trace]:
    """Of every figure of a page that was traced (core.actions.trace_report), in the order of its chapters."""
    known = {case.id: case for case in (*words.page.cases, *words.page.others)}
    for figure in all_figures(words.report):
        if figure.count:
            cases = tuple(known[one] for one in islice(figure.cases, most) if one in known)
            chapter = words.word("report_chapter", figure.chapter)
            yield Trace(figure, chapter, figure_name(figure, words), cases, figure.count - len(cases))


def figure_name(figure: Figure, words: ReportWords) -> str:
    """What it is called."""
    chapter, key = figure.chapter, figure.key
    if figure.group == COST:
        return words.word("cost_class", key)
    if chapter in _WORDS:
        return words.word(_WORDS[chapter], key)
    if chapter is Chapter.PERSONS:
        return f"{words.page.person_names.get(key, '')} {key}".strip()
    period = period_in(key) if chapter is Chapter.TREND and key != UNKNOWN else None
    return words.period(period) if period else words.name_of(figure.group, key)
