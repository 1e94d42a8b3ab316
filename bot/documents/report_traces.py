"""What each figure of a report is made of, for files and terminals: its name in words, and the cases behind it."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any, Final

from bot.documents.report_words import GROUPS, ReportWords
from core.reports.amounts import COST
from core.reports.figure import Chapter, Figure
from core.reports.figures import all_figures
from core.reports.pareto import UNKNOWN
from core.reports.period import period_in
from core.reports.rows import CaseRow

MOST_FIGURES: Final = 40
MOST_NUMBERS: Final = 60
"""Of how many figures a chapter, and of how many cases a figure, a paper gives the numbers."""
_WORDS: Final = {
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
    """Of every figure of a page that was traced (core.actions.report.trace_report), in the order of its chapters."""
    known = {case.id: case for case in (*words.page.cases, *words.page.others)}
    for figure in all_figures(words.report):
        if figure.count:
            cases = tuple(known[one] for one in islice(figure.listed, most) if one in known)
            chapter = words.word("report_chapter", figure.chapter)
            yield Trace(figure, chapter, _figure_name(figure, words), cases, figure.count - len(cases))


def appendix(words: ReportWords) -> list[dict[str, Any]]:
    """What a paper says of them: for each chapter its first figures with the numbers of their first cases."""
    listed: dict[str, list[Trace]] = {}
    for trace in traces(words, MOST_NUMBERS):
        if trace.figure.group in GROUPS and not words.is_told(trace.figure.group):
            continue
        listed.setdefault(trace.chapter, []).append(trace)
    return [
        {
            "name": chapter,
            "figures": [_in_appendix(trace, words) for trace in of_it[:MOST_FIGURES]],
            "more": _more("more_figures", len(of_it) - MOST_FIGURES, words),
        }
        for chapter, of_it in listed.items()
    ]


def _in_appendix(trace: Trace, words: ReportWords) -> dict[str, str]:
    marked = (f"{case.number}*" if case.is_imported else case.number for case in trace.cases)
    more = _more("more_numbers", trace.more, words)
    return {
        "name": trace.name,
        "count": str(trace.figure.count),
        "numbers": f"{words.joined(marked)} {more}".strip(),
    }


def _more(key: str, count: int, words: ReportWords) -> str:
    return words.text(key).format(count=count) if count > 0 else ""


def _figure_name(figure: Figure, words: ReportWords) -> str:
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
