"""The rulebooks that ship, one a row: what each is, and how much it rules."""

from collections.abc import Iterable
from dataclasses import dataclass

from bot.rulebook_words.markdown import escaped
from bot.rulebook_words.vocabulary import vocabulary
from core.rulebook.edition import Edition
from core.rulebook.measure import Measure, measure_of

COLUMNS = ("id", "edition", "in_force", "clauses", "rules", "missing", "title")
COUNTED = ("grades", "charges", "deadlines", "appeals", "gates", "duties")


@dataclass(frozen=True, slots=True)
class Listed:
    """One edition in a list."""

    edition: Edition
    measure: Measure

    @staticmethod
    def of(edition: Edition) -> "Listed":
        """The edition with its counts."""
        return Listed(edition, measure_of(edition))


def table_rows(editions: Iterable[Edition], language: str) -> list[tuple[str, ...]]:
    """Heading and rows for a terminal."""
    texts = vocabulary(language).tables["list"]
    rows = [tuple(texts[column] for column in COLUMNS)]
    for listed in map(Listed.of, editions):
        edition, measure = listed.edition, listed.measure
        counts = (measure.clauses, measure.rules, len(measure.missing))
        day = str(edition.in_force_from or texts["always"])
        rows.append(
            (edition.id, edition.edition, day, *map(str, counts), edition.title.in_language(language))
        )
    return rows


def markdown_page(editions: Iterable[Edition]) -> str:
    """The page docs/rulebooks.md: a row for each rulebook with what it rules, by its data."""
    words = vocabulary("en")
    texts = words.tables["docs"]
    lines = [
        f"# {texts['heading']}",
        "",
        escaped(texts["lead"]).replace("\\`", "`"),
        "",
        f"| {' | '.join(texts[name] for name in ('id', 'title', 'in_force', 'only'))} |",
        "|---|---|---|---|",
        *(_markdown_row(Listed.of(edition)) for edition in editions),
    ]
    return "\n".join(lines) + "\n"


def _markdown_row(listed: Listed) -> str:
    edition, texts = listed.edition, vocabulary("en").tables["docs"]
    title = f"{edition.title.zh_hans}<br>{escaped(edition.title.en)}"
    day = str(edition.in_force_from or texts["always"])
    return f"| `{edition.id}` | {title} | {day} | {escaped(ruled(listed))} |"


def ruled(listed: Listed) -> str:
    """What the edition rules, in a line: where it applies, its grades by name, and counts of all else."""
    edition, texts = listed.edition, vocabulary("en").tables["docs"]
    parts = [edition.scope.label.en.rstrip(".")] if edition.scope else []
    counts = [
        f"{texts[name]} {getattr(listed.measure, name)}" for name in COUNTED if getattr(listed.measure, name)
    ]
    parts.append(", ".join(counts))
    if listed.measure.missing:
        missing = (edition.settings[name].label.en for name in listed.measure.missing)
        parts.append(f"{texts['missing']}: {'; '.join(missing)}")
    return ". ".join(part for part in parts if part)
