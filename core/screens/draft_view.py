"""What a draft's screens show, gathered."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from core.model.case import Case
from core.model.company import Company
from core.model.draft import Draft
from core.model.evidence import Evidence, Kind
from core.model.remembered import Remembered
from core.rules.draft.draft_fields import FIELDS, UNKNOWN, is_found, value_of
from core.rules.draft.intake_asked import NOTHING, IntakeAsked
from core.rules.draft.intake_gaps import IntakeGap, given_in, intake_gaps
from core.rules.draft.intake_said import answers_said, channel_said
from core.rules.draft.senders import senders_of

_LISTED: Final = tuple(field for field in FIELDS if field not in ("happened", "demand"))


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftView:
    """A draft with its pieces, the names likely to be chosen (latest first) and what else it might belong to.

    `named_in` are the undecided cases in which the reporter may make a statement. `asked` is what the rulebook in force
    wants to know, said in the reporter's `language` where it is on a button.
    """

    draft: Draft
    company: Company
    pieces: tuple[Evidence, ...]
    language: str = "zh-Hans"
    asked: IntakeAsked = NOTHING
    customers: tuple[Remembered, ...] = ()
    products: tuple[Remembered, ...] = ()
    cases: tuple[Case, ...] = ()
    named_in: tuple[Case, ...] = ()
    other_drafts: tuple[Draft, ...] = ()

    def site(self) -> str:
        """The site the draft is for."""
        return self.draft.fields["site"]

    def counts(self) -> Mapping[Kind, int]:
        """How many pieces of each kind there are, in the order of kinds."""
        counted = Counter(piece.kind for piece in self.pieces)
        return {kind: counted[kind] for kind in Kind if counted[kind]}

    def origin_at(self) -> datetime | None:
        """When the first forwarded piece was originally sent."""
        return next((piece.origin_at for piece in self.pieces if piece.origin_at), None)

    def words(self) -> str:
        """All texts and captions, in order."""
        return "\n".join(piece.text for piece in self.pieces if piece.text)

    def likely_customers(self) -> tuple[Remembered, ...]:
        """The known customers, those first whose name the senders of what was forwarded carry."""
        senders = " ".join(senders_of(self.pieces))
        return tuple(sorted(self.customers, key=lambda one: one.name not in senders))

    def gaps(self) -> tuple[IntakeGap, ...]:
        """What is still missing, in the order it is asked."""
        return intake_gaps(given_in(self.draft), self.asked)

    def shown(self) -> dict[str, object]:
        """The data every screen of a draft is filled from."""
        draft, gaps = self.draft, self.gaps()
        return {
            "draft": draft.id,
            "site": self.site(),
            "site_name": self.company.site(self.site()).name,
            "has_sites": len(self.company.sites) > 1,
            "counts": self.counts(),
            "senders": senders_of(self.pieces),
            "origin_at": self.origin_at(),
            "listed": [
                (field, self.value(field), is_found(draft, field))
                for field in _LISTED
                if value_of(draft, field)
            ],
            "customer": value_of(draft, "customer"),
            "happened": value_of(draft, "happened"),
            "demand": value_of(draft, "demand"),
            "amount": draft.found.get("amount", {}).get("value", ""),
            "gaps": gaps,
            "missing": tuple(gap.field for gap in gaps),
            "answers": answers_said(given_in(draft), self.asked),
            "channel": channel_said(given_in(draft), self.asked),
            "has_channels": bool(self.asked.channels),
            "asks_type": self.asked.type_of(gaps[0].field) if gaps else "",
            "received_at": draft.received_at,
            "is_day_known": bool(self.day()),
        }

    def value(self, field: str) -> object:
        """The field's value as screens show it: days as days."""
        return (self.day() or UNKNOWN) if field == "occurred_on" else value_of(self.draft, field)

    def day(self) -> date | None:
        """The day of the incident; None if nobody knows it."""
        text = value_of(self.draft, "occurred_on")
        return None if text in ("", UNKNOWN) else date.fromisoformat(text)
