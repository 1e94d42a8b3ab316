"""What the rulebook in force wants to know of a complaint before it is registered."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from core.model.label import Label
from core.rulebook.duty_rules import FormField
from core.rulebook.edition import Edition
from core.rulebook.process_rules import Channel
from core.rules.draft.draft_fields import ALWAYS, FIELDS

CHANNEL: Final = "channel"
PHOTO: Final = "photo"
_OURS: Final = frozenset((*FIELDS, CHANNEL))


@dataclass(frozen=True, slots=True, kw_only=True)
class IntakeAsked:
    """The rulebook's fields in its order, its channels, the clause, and what to do where something is missing.

    A field of type photo is given once the draft `has_files`.
    """

    fields: Mapping[str, FormField] = field(default_factory=dict)
    channels: Mapping[str, Channel] = field(default_factory=dict)
    clause: str = ""
    next_step: Label | None = None
    has_files: bool = False

    def own(self) -> Mapping[str, FormField]:
        """The fields that only this rulebook has, with answers of their own; photos are evidence instead."""
        return {key: asked for key, asked in self.fields.items() if key not in _OURS and asked.type != PHOTO}

    def asks_for_files(self) -> bool:
        """Whether some field is a photo."""
        return any(asked.type == PHOTO for asked in self.fields.values())

    def required(self) -> tuple[str, ...]:
        """The fields without which nothing is registered, in the rulebook's order."""
        return tuple(key for key, asked in self.fields.items() if not asked.optional)

    def label(self, field: str) -> Label | None:
        """The rulebook's word for that field; None for one it does not ask for."""
        return self.fields[field].label if field in self.fields else None

    def type_of(self, field: str) -> str:
        """The type of a field that the rulebook asks for; empty for what is asked always, and in our own words."""
        return self.fields[field].type if field in self.fields and field not in ALWAYS else ""

    def clause_of(self, field: str) -> str:
        """The clause that asks for the field."""
        asked = self.fields.get(field)
        return (asked.clause or self.clause) if asked else ""


NOTHING: Final = IntakeAsked()


def asked_by(edition: Edition, *, has_files: bool = False) -> IntakeAsked:
    """What that edition asks; its channels, even where it names no fields."""
    intake = edition.intake
    if intake is None:
        return IntakeAsked(channels=edition.channels)
    return IntakeAsked(
        fields=intake.fields,
        channels=edition.channels,
        clause=intake.clause,
        next_step=intake.next_step,
        has_files=has_files,
    )
