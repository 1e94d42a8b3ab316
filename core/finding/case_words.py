"""What the index keeps of a case: the words it can be found by, and the tags that say who sees it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from core.finding import tags
from core.finding.segments import indexed
from core.finding.sights import sight_tags
from core.finding.wanted import CaseWords
from core.model.case import OVER, Case
from core.model.dossier import CAUSE
from core.model.duty import Duty
from core.model.evidence import Evidence
from core.model.party import Party, Statement
from core.model.person import Person


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseSaid:
    """A case with all that was said about it; `pieces` are its own evidence, `zone` is its site's.

    `own` are who reported and who leads it: what they can do themselves is asked of nobody else.
    """

    case: Case
    pieces: Sequence[Evidence] = ()
    parties: Sequence[Party] = ()
    statements: Sequence[Statement] = ()
    duties: Sequence[Duty] = ()
    own: Sequence[Person] = ()
    zone: ZoneInfo


def case_words(said: CaseSaid) -> CaseWords:
    """Its words and tags, as they stand now."""
    return CaseWords(
        case_id=said.case.id,
        open=indexed(_open_texts(said)),
        inner=indexed(_inner_texts(said)),
        tags=" ".join(sorted({*_readers(said), *_traits(said)})),
    )


def is_open(case: Case) -> bool:
    """Whether anything may still happen in it."""
    return case.stage not in OVER


def product_of(case: Case) -> str:
    """What tells the product apart: its number, else its name; empty where neither was given."""
    return case.part_no or case.product


def _cause_of(case: Case) -> str:
    """What tells the cause apart: its code in the rulebook, else its words; empty while it is not named."""
    return str(case.facts.get(CAUSE, "")) or case.cause


def likeness_tags(said: CaseSaid) -> Iterator[str]:
    """By what another case may look like this one: customer and order, product and cause, the same file, a part of the same picture."""
    case = said.case
    if case.customer and case.order_no:
        yield tags.about_order(case.customer, case.order_no)
    if product_of(case) and _cause_of(case):
        yield tags.about_cause(product_of(case), _cause_of(case))
    for piece in said.pieces:
        yield from (tags.shows_file(mark) for mark in (piece.sha256, piece.file_unique_id) if mark)
        yield from sight_tags(piece.sight)


def _open_texts(said: CaseSaid) -> Iterator[str]:
    """What everybody reads who may see the case."""
    case = said.case
    yield from (case.number, case.customer, case.product, case.order_no, case.part_no)
    yield from (case.happened, case.demand, case.phone, case.outcome_reason, *case.answers.values())
    for piece in said.pieces:
        yield from (piece.text, piece.name, piece.origin_name)


def _inner_texts(said: CaseSaid) -> Iterator[str]:
    """What is read by role only."""
    yield from (said.case.cause, said.case.containment)
    yield from (statement.text for statement in said.statements)


def _readers(said: CaseSaid) -> Iterator[str]:
    case = said.case
    own = (case.reporter_id, case.owner_id, *(duty.owner_id for duty in said.duties))
    yield from (tags.seen_by(one) for one in own if one is not None)
    for party in said.parties:
        yield tags.seen_by(party.person_id)
        yield tags.names(party.person_id)
        yield tags.of_department(case.site)
        yield tags.of_department(case.site, party.department)
    for duty in said.duties:
        role = duty.role if duty.is_demanded else None
        if role and not any(one.holds(role, duty.site) for one in said.own):
            yield tags.work_for(role, duty.site)


def _traits(said: CaseSaid) -> Iterator[str]:
    case = said.case
    yield tags.reported_by(case.reporter_id)
    if case.owner_id is not None:
        yield tags.led_by(case.owner_id)
    yield tags.at_site(case.site)
    yield tags.in_month(f"{case.registered_at.astimezone(said.zone):%Y%m}")
    yield tags.OPEN if is_open(case) else tags.OVER
    if product_of(case):
        yield tags.about_product(product_of(case))
    yield from likeness_tags(said)
