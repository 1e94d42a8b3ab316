"""What is asked of the index for what a person typed: only cases they may see, found by words they may read."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from core.finding import tags
from core.finding.segments import phrases_in
from core.finding.wanted import Phrase, Term, Wanted, Way
from core.model.person import Person
from core.model.roles import Role
from core.rules.staff.find_person import find_person

MOST_WORDS: Final = 8
_MOST_NAMESAKES: Final = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Seeker:
    """Who looks: `by_role` are tags of cases that they read by role, `otherwise` of those they have a part in.

    `people` are tags of cases in which somebody of a department they head is named.
    """

    person: Person
    by_role: tuple[str, ...]
    otherwise: tuple[str, ...]
    people: tuple[str, ...] = ()


def question_of_all(
    words: str, sites: Sequence[str], staff: Sequence[Person], among: tuple[tuple[str, ...], ...]
) -> Wanted | None:
    """The same for whoever stands at the machine itself and reads everything."""
    meant = _meant(words, staff)
    if meant is None:
        return None
    terms = tuple(Term(phrases, _all_names(people)) for phrases, people in meant)
    everywhere = tuple(tags.at_site(site) for site in sites)
    return Wanted(ways=(Way(tags=everywhere, terms=terms, reads_inner=True),), among=among)


def question(
    words: str, seeker: Seeker, staff: Sequence[Person], among: tuple[tuple[str, ...], ...]
) -> Wanted | None:
    """The question; None where the words hold nothing that can be looked up. Without words: all that may be seen."""
    meant = _meant(words, staff)
    if meant is None:
        return None
    own = tuple(Term(phrases, _names(people, seeker.person)) for phrases, people in meant)
    ways: tuple[Way, ...] = (Way(tags=seeker.otherwise, terms=own),)
    if seeker.by_role:
        every = tuple(Term(phrases, _all_names(people)) for phrases, people in meant)
        ways = (Way(tags=seeker.by_role, terms=every, reads_inner=True), *ways)
    return Wanted(ways=ways, among=among)


def _meant(
    words: str, staff: Sequence[Person]
) -> Sequence[tuple[tuple[Phrase, ...], tuple[Person, ...]]] | None:
    """Each word's phrases, and who goes by it; None where there are words, but none that can be looked up."""
    typed = [
        (phrases_in(word), find_person(word, staff, date.min)[:_MOST_NAMESAKES])
        for word in words.split()[:MOST_WORDS]
    ]
    meant = [(phrases, people) for phrases, people in typed if phrases or people]
    return None if typed and not meant else meant


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
