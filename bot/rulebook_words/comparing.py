"""Two editions side by side in words: what is new, what is gone, what changed, each with its clause."""

from collections.abc import Iterable, Iterator

from bot.rulebook_words.saying import Sayer
from bot.rulebook_words.telling import mark_of
from core.model.label import Label
from core.rulebook.chapter import Chapter
from core.rulebook.differences import HEAD, Difference, differences
from core.rulebook.edition import Edition, LossKinds
from core.rulebook.rows import EditionRow


class Comparison:
    """Says the differences of two editions in one language."""

    def __init__(self, old: Edition, new: Edition, kinds: LossKinds, language: str) -> None:
        self._old, self._new = Sayer(language, old, kinds), Sayer(language, new, kinds)
        self._words = self._new.words
        self._texts = self._words.tables["diff"]
        self.differences = differences(old, new)

    def lines(self) -> Iterator[str]:
        """Every difference under the heading of its chapter, then the counts; one line if there is none."""
        if not self.differences:
            yield self._texts["same"]
            return
        chapter = ""
        for difference in self.differences:
            if difference.chapter != chapter:
                chapter = difference.chapter
                yield f"\n## {self._texts['head'] if chapter == HEAD else self._words.heading(chapter)}"
            yield from self._difference(difference, "")
        yield f"\n{self._words.text_of('diff', 'counts', **self._counts())}"

    def count(self) -> int:
        """How many rows are new, gone or changed."""
        return sum(self._counts().values())

    def _counts(self) -> dict[str, int]:
        kinds = [one.kind for one in _whole(self.differences)]
        return {kind: kinds.count(kind) for kind in ("added", "removed", "changed")}

    def _difference(self, difference: Difference, indent: str) -> Iterator[str]:
        old, new = difference.old, difference.new
        row = new or old
        mark = self._mark(row) if row else ""
        yield f"{indent}- {self._texts[difference.kind]}{mark}{self._opening(difference)}"
        if old and new:
            yield from self._both(old, new, difference, indent + "  ")
        for inner in difference.inner:
            yield from self._difference(inner, indent + "  ")

    def _opening(self, difference: Difference) -> str:
        """What an added or removed row says; of a changed one its name is enough."""
        colon = self._words.tables["page"]["colon"]
        if difference.kind == "reordered":
            return ""
        if difference.kind == "changed":
            name = getattr(difference.new.value, "label", None) if difference.new else None
            return f"{colon}{self._new.simple(name)}" if isinstance(name, Label) else ""
        sayer, row = (self._old, difference.old) if difference.old else (self._new, difference.new)
        return f"{colon}{_row(sayer, row)}" if row else ""

    def _both(self, old: EditionRow, new: EditionRow, difference: Difference, indent: str) -> Iterator[str]:
        colon = self._words.tables["page"]["colon"]
        before, after = _row(self._old, old), _row(self._new, new)
        if before != after:
            yield f"{indent}- {self._texts['old']}{colon}{before}"
            yield f"{indent}- {self._texts['new']}{colon}{after}"
        if isinstance(old.value, Chapter) and isinstance(new.value, Chapter):
            for field in difference.fields:
                was, is_now = self._old.field(old.value, field), self._new.field(new.value, field)
                if was not in {is_now, before}:
                    yield f"{indent}- {self._field(field, was, is_now)}"

    def _field(self, field: str, old: str, new: str) -> str:
        """A changed field by itself."""
        nothing = self._texts["nothing"]
        value = f"{old or nothing} → {new or nothing}"
        return self._words.text("field", name=self._words.field(field.rstrip("_")), value=value)

    def _mark(self, row: EditionRow) -> str:
        mark = mark_of(row.value, self._words)
        return f" {mark}" if mark else ""


def _row(sayer: Sayer, row: EditionRow) -> str:
    value = row.value
    if isinstance(value, Chapter) or not row.key:
        return sayer.simple(value)
    said = sayer.joined_tests("all", value) if isinstance(value, tuple) else sayer.simple(value)
    name = sayer.words.field(row.key) if row.chapter == HEAD else row.key
    return sayer.words.text("field", name=name, value=said)


def _whole(found: Iterable[Difference]) -> Iterator[Difference]:
    """Every difference of a row by itself, the inner ones too; a row that only holds others is not one."""
    for one in found:
        if one.fields or not one.inner:
            yield one
        yield from _whole(one.inner)
