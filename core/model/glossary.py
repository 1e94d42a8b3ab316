"""A rulebook's own words, as a case shows them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from core.model.label import Label

Labels = Mapping[str, Label]


@dataclass(frozen=True, slots=True, kw_only=True)
class Glossary:
    """Title and edition of the rulebook over a case, and its words for roles, posts, measures and facts.

    `sha256` is the hash of the edition as it was read. `sources` are the titles of the rulebooks that a composition
    takes its chapters from, by id: its clauses begin with such an id. `overridden` says, by clause, what the legal
    limit of withholding overrides.
    """

    title: Label
    edition: str
    since: date | None = None
    sha256: str = ""
    roles: Labels = field(default_factory=dict)
    offices: Labels = field(default_factory=dict)
    measures: Labels = field(default_factory=dict)
    facts: Labels = field(default_factory=dict)
    settings: Labels = field(default_factory=dict)
    losses: Labels = field(default_factory=dict)
    causes: Labels = field(default_factory=dict)
    sources: Labels = field(default_factory=dict)
    overridden: Labels = field(default_factory=dict)

    def role(self, role: str) -> Label:
        """The rulebook's word for the role."""
        return self.roles.get(role, said_as_is(role))

    def loss(self, kind: str) -> Label:
        """The word for the kind of loss."""
        return self.losses.get(kind, said_as_is(kind))


def said_as_is(text: str) -> Label:
    """A word that nobody has another word for."""
    return Label(zh_hans=text, en=text)
