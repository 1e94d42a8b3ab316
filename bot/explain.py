"""Says a structured trace in words; the words lie in templates/<language>/explain.toml."""

import tomllib
from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import cache
from importlib import resources
from string import Template
from typing import Final

from bot.clause_words import clause_said
from core.model.assessment import (
    AppealRoute,
    ApprovalStep,
    Assessment,
    Caution,
    DueBy,
    Line,
    OpenDuty,
    PricedLoss,
    Step,
)
from core.model.label import Label
from core.model.money import Money
from core.model.rate import WHOLE, millionths_text, percent_text
from core.model.trace import INPUTS
from core.rulebook.compiled import CompiledRulebook
from core.rulebook.labels import labels
from core.rulebook.timing import MINUTES_OF_AN_HOUR
from core.rules.assessment.grade_bands import Band, grade_bands

_INPUT_NAMES: Final = "abcde"
_EQUATIONS: Final = frozenset({("base", "rate", "result"), ("base", "chosen", "result")})


class Explainer:
    """Speaks one language about one rulebook."""

    def __init__(self, language: str, rulebook: CompiledRulebook) -> None:
        self._language = language
        self._words = _words(language)
        self._rulebook = rulebook
        self._labels = labels(rulebook)

    def label(self, label: Label) -> str:
        """Say a term."""
        return label.in_language(self._language)

    def cited(self, clause: str) -> str:
        """Say a clause; of a composition, with the title of the regulation that it is from."""
        source, _, own = clause.partition(" ")
        title = self._rulebook.sources.get(source)
        if title is None:
            return clause_said(self._language, clause)
        return self._say("texts", "cited", self.label(title), clause_said(self._language, own))

    def steps(self, steps: tuple[Step, ...]) -> list[str]:
        """Say each step by itself."""
        return [self._step(step) for step in steps]

    def line(self, line: Line) -> str:
        """Say the arithmetic of a line."""
        return self.arithmetic(line.steps)

    def arithmetic(self, steps: tuple[Step, ...]) -> str:
        """Say steps in a row: one rate of one base as an equation, anything longer step by step."""
        names = tuple(step[0] for step in steps)
        if names in _EQUATIONS:
            *before, (_, inputs) = steps
            result = "equals_exact" if _is_whole(inputs) else "equals"
            return " ".join([*self.steps(tuple(before)), self._filled(result, "result", inputs)])
        return self._words["texts"]["between_steps"].join(self.steps(steps))

    def rounding(self, lines: tuple[Line, ...]) -> str:
        """Say what rounding changed in these lines; empty if nothing."""
        changed = [
            self._filled("rounded", "result", inputs)
            for line in lines
            for name, inputs in line.steps
            if name == "result" and not _is_whole(inputs)
        ]
        return self._words["texts"]["between_steps"].join(changed)

    def loss(self, loss: PricedLoss) -> str:
        """Say a loss item with its price."""
        term = self._term("loss", loss.kind)
        if not loss.steps:
            return self._say("texts", "loss", term, _money(loss.amount.fen))
        how = self._words["texts"]["between_steps"].join(self.steps(loss.steps))
        return self._say("texts", "priced_loss", term, how)

    def grade(self, assessment: Assessment) -> str:
        """Say the grade with the bounds and clauses that decided it; empty without a grade."""
        if assessment.grade is None:
            return ""
        bands = {band.clause: self._band(band) for band in grade_bands(self._rulebook, assessment)}
        others = (clause for clause in assessment.grade.because if clause not in bands)
        reasons = [*bands.values(), *(self._say("texts", "clause", self.cited(clause)) for clause in others)]
        return self._say(
            "texts",
            "grade",
            self._words["texts"]["between_reasons"].join(reasons),
            self.label(assessment.grade.label),
        )

    def _band(self, band: Band) -> str:
        kinds = self._words["texts"]["between_kinds"].join(self._term("loss", kind) for kind in band.kinds)
        figures = [_money(figure.fen) for _, figure in band.limits]
        name = "band" if len(figures) > 1 else f"band_{band.limits[0][0]}"
        what = kinds or self._words["texts"]["direct_loss"]
        return self._say("texts", name, what, _money(band.amount.fen), self.cited(band.clause), *figures)

    def deadline(self, due: DueBy) -> str:
        """Say how the time was counted."""
        return self._words["texts"]["between_steps"].join(self.steps(due.steps))

    def duty(self, duty: OpenDuty) -> str:
        """Say what is demanded, and who gets copies."""
        text = self.label(duty.label)
        if not duty.copies:
            return text
        copies = ", ".join(self._term("office", office) for office in duty.copies)
        return self._say("texts", "copies", text, copies)

    def approval(self, step: ApprovalStep) -> str:
        """Say a step of the chain."""
        act = self._words["acts"][step.act]
        return self._say("texts", "approval", str(step.step), self._term("office", step.by), act)

    def appeal(self, route: AppealRoute) -> str:
        """Say who may appeal, and to whom."""
        return self.label(self._rulebook.edition.appeals[route.id].label)

    def warning(self, warning: Caution) -> str:
        """Say a warning; of a reading, what it says."""
        reading = self._term("reading", warning.id) if warning.id else ""
        return self._say("warnings", warning.code, reading)

    def _step(self, step: Step) -> str:
        name, inputs = step
        if name == "result" and _is_whole(inputs):
            name = "result_exact"
        return self._filled(name, step[0], inputs)

    def _filled(self, words: str, step: str, inputs: tuple[int | str | None, ...]) -> str:
        units = INPUTS[step]
        return self._say(
            "steps", words, *(self._input(unit, value) for unit, value in zip(units, inputs, strict=True))
        )

    def _input(self, unit: str, value: int | str | None) -> str:
        if isinstance(value, int):
            return _NUMBERS[unit](value)
        if unit == "start":
            return self._term(*str(value).split(".", 1))
        if unit in {"role", "office", "measure", "account", "fact", "liable"}:
            return self._term(unit, str(value))
        return self._level(str(value)) if unit == "level" else self.cited(str(value or ""))

    def _level(self, value: str) -> str:
        label = self._labels.get(f"choice.{value}")
        return value if label is None else self.label(label)

    def _term(self, kind: str, name: str) -> str:
        label = self._labels.get(f"{kind}.{name}")
        return name if label is None else self.label(label)

    def _say(self, chapter: str, name: str, *inputs: str) -> str:
        named = dict(zip(_INPUT_NAMES, inputs, strict=False))
        return Template(self._words[chapter][name]).safe_substitute(named)


@cache
def _words(language: str) -> Mapping[str, Mapping[str, str]]:
    text = (resources.files("templates") / language / "explain.toml").read_text("utf-8")
    return tomllib.loads(text)


def _money(fen: int) -> str:
    return f"{Decimal(fen).scaleb(-2):,.2f}"


def _points(rate: int) -> str:
    return f"{'+' if rate > 0 else ''}{percent_text(rate)}"


def _is_whole(inputs: tuple[int | str | None, ...]) -> bool:
    _rate, exact, fen = inputs
    return isinstance(fen, int) and exact == fen * WHOLE


def _time_of_day(minute: int) -> str:
    hours, minutes = divmod(minute, MINUTES_OF_AN_HOUR)
    return f"{hours:02}:{minutes:02}"


def _exact(millionths_of_a_fen: int) -> str:
    """Say an amount before rounding in yuan, cut after six places."""
    return millionths_text(millionths_of_a_fen // Money.of("1").fen)


_NUMBERS: Final[Mapping[str, Callable[[int], str]]] = {
    "money": _money,
    "hours": millionths_text,
    "factor": millionths_text,
    "percent": percent_text,
    "share": percent_text,
    "points": _points,
    "count": str,
    "minute": _time_of_day,
    "exact": _exact,
}
