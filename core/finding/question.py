"""What is asked of the index for what a person typed: only cases they may see, found by words they may read."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from core.finding import tags
from core.finding.segments import phrases_in
from core.finding.wanted import Term, Wanted, Way
from core.model.person import Person
from core.model.roles import Role
from core.rules.find_person import find_person

MOST_WORDS: Final = 8
_MOST_NAMESAKES: Final = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Seeker:
    """Who looks: `by_role` are tags of cases that they read by role, `otherwise` of those they have a part in."""

    person: Person
    by_role: tuple[str, ...]
    otherwise: tuple[str, ...]


def question(
    words: str, seeker: Seeker, staff: Sequence[Person], among: tuple[tuple[str, ...], ...]
) -> Wanted | None:
    """The question; None where the words hold nothing that can be looked up. Without words: all that may be seen."""
    typed = [
        (phrases_in(word), find_person(word, staff, date.min)[:_MOST_NAMESAKES])
        for word in words.split()[:MOST_WORDS]
    ]
    meant = [(phrases, people) for phrases, people in typed if phrases or people]
    if typed and not meant:
        return None
    own = tuple(Term(phrases, _names(people, seeker.person)) for phrases, people in meant)
    ways: tuple[Way, ...] = (Way(tags=seeker.otherwise, terms=own),)
    if seeker.by_role:
        every = tuple(Term(phrases, _all_names(people)) for phrases, people in meant)
        ways = (Way(tags=seeker.by_role, terms=every, reads_inner=True), *ways)
    return Wanted(ways=ways, among=among)


def _all_names(people: Sequence[Person]) -> tuple[str, ...]:
    """By whatever part they have in it."""
    return tuple(tag for one in people for tag in (*_open_parts(one), tags.names(one.id)))


def _names(people: Sequence[Person], seeker: Person) -> tuple[str, ...]:
    """Who is named in a case is found by themself and their supervisors; who reported or leads it by all who see it."""
    return tuple(
        tag
        for one in people
        for tag in (*_open_parts(one), *((tags.names(one.id),) if _may_know(one, seeker) else ()))
    )


def _open_parts(person: Person) -> tuple[str, ...]:
    return (tags.reported_by(person.id), tags.led_by(person.id))


def _may_know(person: Person, seeker: Person) -> bool:
    return person.id == seeker.id or seeker.holds(Role.SUPERVISOR, person.site, person.department)
