"""What a case has to do with others: links that stand, cases that look alike, and two of them side by side."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from core.finding.look_alike import LookAlike
from core.model.case import Case
from core.model.case_link import CaseLink, Likeness, LinkKind
from core.model.company import Company
from core.model.message import Button, Message
from core.model.person import Person
from core.screens.case_buttons import opened
from core.screens.case_head import head_of
from core.screens.picks import in_rows

_LONGEST: Final = 120
_CHOICES: Final = (
    (LinkKind.DUPLICATE, LinkKind.RECURRENCE),
    (LinkKind.RELATED, LinkKind.UNRELATED),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """A link that stands, the case at its other end, and who said so (None: the bot's own watch)."""

    link: CaseLink
    other: Case
    by: Person | None

    @property
    def is_later(self) -> bool:
        """Whether the other case is the later one."""
        return self.other.id == self.link.case_id


@dataclass(frozen=True, slots=True, kw_only=True)
class Kin:
    """A case's links, and what looks like it."""

    case: Case
    links: tuple[Linked, ...]
    alike: tuple[LookAlike, ...]
    may_link: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two cases side by side, with the link between them, if one stands."""

    case: Case
    other: Case
    linked: Linked | None
    likeness: tuple[Likeness, ...]
    may_link: bool


def link_lines(links: Sequence[Linked]) -> list[dict[str, object]]:
    """Kind and number of what has something to do with it; no customer and no person, so that a group may read it."""
    return [
        {"kind": one.link.kind, "number": one.other.number, "is_later": one.is_later}
        for one in links
        if one.link.joins
    ]


def with_kin(screen: Message, kin: Kin) -> Message:
    """The case's own screen with its links, and a button to them and to what looks alike."""
    data = {**screen.data, "links": link_lines(kin.links), "alike": len(kin.alike)}
    rows = (*screen.rows, (kin_button(kin.case, len(kin.alike)),)) if kin.alike or kin.links else screen.rows
    return replace(screen, data=data, rows=rows)


def kin_button(case: Case, alike: int) -> Button:
    """Look at the links; with how many cases look alike, where there are any."""
    text = str(alike) if alike else ""
    return Button("look_alikes" if alike else "links", "kin", case.id, case.version, text=text)


def kin_screen(kin: Kin, company: Company, *, is_offered: bool = False) -> Message:
    """Everything at once; a living card where it is offered without being asked for."""
    case = kin.case
    others = (*(one.other for one in kin.links), *(one.case for one in kin.alike))
    to_pairs = in_rows(
        Button("", "pair", case.id, case.version, str(other.id), text=other.number)
        for other in others
        if kin.may_link
    )
    more = (Button("link_other", "link_other", case.id, case.version),) if kin.may_link else ()
    return Message(
        template="kin_shown",
        card=f"kin:{case.id}" if is_offered else "",
        data=head_of(case)
        | {
            "links": [_linked(one) for one in kin.links],
            "alike": [_alike(one, company) for one in kin.alike],
            "days": company.kinship.days,
            "may_link": kin.may_link,
        },
        rows=(*to_pairs, (*more, opened(case))),
    )


def pair_screen(pair: Pair, company: Company) -> Message:
    """The two, and what somebody said about them, or the four things that can be said."""
    case, other = pair.case, pair.other
    return Message(
        template="pair_shown",
        data={
            "case_id": case.id,
            "site": case.site,
            "cases": [_told(one, company) for one in (case, other)],
            "likeness": [one for one in pair.likeness if one is not Likeness.SAID],
            "linked": _linked(pair.linked) if pair.linked else None,
            "may_link": pair.may_link,
        },
        rows=(*_doing(pair), (Button("back", "kin", case.id, case.version), opened(other))),
    )


def number_asked(case: Case) -> Message:
    """Ask which case it has to do with."""
    return Message(
        template="link_number_asked",
        data=head_of(case),
        rows=((Button("back", "kin", case.id, case.version),),),
    )


def _doing(pair: Pair) -> tuple[tuple[Button, ...], ...]:
    case = pair.case
    if not pair.may_link:
        return ()
    if pair.linked:
        return ((Button("take_back", "unlink", pair.linked.link.id, case.version, str(case.id)),),)
    return tuple(
        tuple(
            Button(f"link_{kind.value}", "link_as", case.id, case.version, f"{kind.value}.{pair.other.id}")
            for kind in row
        )
        for row in _CHOICES
    )


def _linked(one: Linked) -> dict[str, object]:
    return {
        "kind": one.link.kind,
        "is_later": one.is_later,
        "number": one.other.number,
        "product": one.other.goods,
        "by": one.by.name if one.by else "",
        "at": one.link.linked_at,
        "evidence": one.link.evidence_before,
    }


def _alike(one: LookAlike, company: Company) -> dict[str, object]:
    return {**_told(one.case, company), "likeness": one.likeness}


def _told(case: Case, company: Company) -> dict[str, object]:
    happened = " ".join(case.happened.split())
    return {
        "number": case.number,
        "site_name": company.site(case.site).name,
        "customer": case.customer,
        "order_no": case.order_no,
        "product": case.goods,
        "happened": happened if len(happened) <= _LONGEST else f"{happened[: _LONGEST - 1]}…",
        "stage": case.stage,
        "registered_on": company.day_at(case.site, case.registered_at),
    }
