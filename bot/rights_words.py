"""The table of rights in words: for a terminal, as JSON, and as a page."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from bot.render.strings import Strings, strings_of
from core.model.case import Stage
from core.model.roles import Role
from core.rights.right import Right, Who
from core.rights.table import CHAPTERS, RIGHTS

COLUMNS: Final = ("action", "label", "who", "stages", "not_if", "deputy")
# of more than so many stages the others are named
_FEW: Final = len(Stage) // 2


@dataclass(frozen=True, slots=True)
class RightWords:
    """The words of one language for rows of the table."""

    language: str

    @property
    def strings(self) -> Strings:
        """All short texts of the language."""
        return strings_of(self.language)

    def text(self, key: str) -> str:
        """A heading or a short word of the table itself."""
        return self.strings.text("rights", key)

    def cells(self, right: Right) -> tuple[str, ...]:
        """The row, in the order of COLUMNS."""
        return (
            right.action.value,
            self.strings.word("right", right.action.value),
            self._listed(map(self._who, right.who)),
            self._stages(right.stages),
            self._listed(self.strings.word("right_bar", bar.value) for bar in right.not_if),
            self.text("no" if right.is_personal else "yes"),
        )

    def _who(self, who: Who) -> str:
        return self.strings.word("company_role" if isinstance(who, Role) else "right_tie", who.value)

    def _stages(self, stages: tuple[Stage, ...]) -> str:
        if not stages:
            return self.text("any_stage")
        words = self._listed(self.strings.word("stage", stage.value) for stage in Stage if stage in stages)
        if len(stages) <= _FEW:
            return words
        others = (self.strings.word("stage", stage.value) for stage in Stage if stage not in stages)
        return self.text("all_but").format(stages=self._listed(others))

    def _listed(self, words: Iterable[str]) -> str:
        return ("、" if self.language.startswith("zh") else ", ").join(words) or self.text("none")


def rights_rows(language: str) -> list[tuple[str, ...]]:
    """Heading and rows for a terminal."""
    words = RightWords(language)
    return [tuple(map(words.text, COLUMNS)), *(words.cells(right) for right in RIGHTS.values())]


def rights_page(language: str) -> str:
    """The page of docs/: a table for each chapter."""
    words = RightWords(language)
    lines = [f"# {words.text('heading')}", "", words.text("lead"), ""]
    for chapter, rows in CHAPTERS.items():
        lines += [f"## {words.strings.word('right_chapter', chapter)}", ""]
        lines += [_row(words.text(column) for column in COLUMNS[1:]), "|" + "---|" * (len(COLUMNS) - 1)]
        lines += [_row(words.cells(right)[1:]) for right in rows]
        lines.append("")
    return "\n".join([*lines, words.text("made_by")]) + "\n"


def rights_data() -> list[Mapping[str, object]]:
    """The table as it is, for other programs."""
    return [
        {
            "action": right.action.value,
            "chapter": chapter,
            "who": [_key(who) for who in right.who],
            "stages": [stage.value for stage in right.stages],
            "not_if": [bar.value for bar in right.not_if],
            "deputy": not right.is_personal,
            "commands": list(right.commands),
            "presses": list(right.presses),
            "steps": list(right.steps),
        }
        for chapter, rows in CHAPTERS.items()
        for right in rows
    ]


def _key(who: Who) -> str:
    """A role as such, since some parts in a case have the same name."""
    return f"role:{who.value}" if isinstance(who, Role) else who.value


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
