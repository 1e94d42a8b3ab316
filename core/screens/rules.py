"""The rulebooks in force, for whoever they hold for: which, since when, and what each of them says."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from core.model.company import InForce
from core.model.label import Label
from core.model.message import Button, Message
from core.model.rulebook_page import RulebookChapter, RulebookPage
from core.screens.picks import Rows, in_rows

# well below a message's limit, so that names of people's own files fit in too
_LONGEST: Final = 3000


@dataclass(frozen=True, slots=True)
class Ruling:
    """A rulebook in force at a site: the company's entry for it, its title, and its edition."""

    entry: InForce
    title: Label
    edition: str
    since: date | None


def rules_listed(
    site: str, rulings: Sequence[Ruling], language: str, *, has_editions: bool = False
) -> Message:
    """Which hold, for which department and kind of case, since when; and the way to editions of the company's own."""
    editions = ((Button("editions", "editions"),),) if has_editions else ()
    return Message(
        template="rules_listed",
        data={
            "site_name": site,
            "rulings": [
                {
                    "title": one.title,
                    "edition": one.edition,
                    "since": one.entry.since,
                    "department": one.entry.department,
                    "kind": one.entry.kind,
                }
                for one in rulings
            ],
        },
        rows=(
            *[
                (Button("", "rules_of", place, text=one.title.in_language(language)),)
                for place, one in enumerate(rulings)
            ],
            *editions,
        ),
    )


def rules_opened(place: int, page: RulebookPage) -> Message:
    """What identifies the edition, and its chapters to be opened."""
    chapters = in_rows(
        Button("", "rules_chapter", place, arg=f"{number}.0", text=chapter.heading)
        for number, chapter in enumerate(page.chapters)
    )
    return Message(
        template="rules_opened",
        data={"title": page.title, "facts": page.facts},
        rows=(*chapters, (Button("rules_pdf", "rules_pdf", place), Button("back", "rules"))),
    )


def chapter_opened(place: int, page: RulebookPage, number: int, part: int) -> Message:
    """The lines of one chapter; a long one in several parts."""
    chapter = page.chapters[number]
    parts = _parts(chapter)
    return Message(
        template="rules_chapter",
        data={
            "title": page.title,
            "heading": chapter.heading,
            "lines": parts[part] if part < len(parts) else (),
            "part": part + 1,
            "parts": len(parts),
        },
        rows=(*_turning(place, number, part, len(parts)), (Button("back", "rules_of", place),)),
    )


def _turning(place: int, number: int, part: int, parts: int) -> Rows:
    before = (Button("page_before", "rules_chapter", place, arg=f"{number}.{part - 1}"),) if part else ()
    has_more = part + 1 < parts
    after = (Button("page_after", "rules_chapter", place, arg=f"{number}.{part + 1}"),) if has_more else ()
    return ((*before, *after),) if before or after else ()


def _parts(chapter: RulebookChapter) -> list[tuple[str, ...]]:
    """Lines together as long as they fit into one message."""
    parts: list[tuple[str, ...]] = [()]
    for line in chapter.lines:
        if sum(map(len, (*parts[-1], line))) > _LONGEST and parts[-1]:
            parts.append(())
        parts[-1] = (*parts[-1], line)
    return parts
