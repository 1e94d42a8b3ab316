"""The compiled form of a condition: a closure with three answers, and the facts it may lack."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from core.rulebook.circumstances import Circumstances, Party

Test = Callable[[Circumstances, Party | None], bool | None]
"""True, False, or None where a fact is missing that would decide."""


def always(_circumstances: Circumstances, _party: Party | None) -> bool:
    """Hold in every case."""
    return True


def never(_circumstances: Circumstances, _party: Party | None) -> bool:
    """Hold in no case."""
    return False


_PERSON: Final = len("person.")


@dataclass(frozen=True, slots=True)
class Gate:
    """A condition ready to be tested; `asks` are the facts it may lack, `settings` what it reads besides."""

    test: Test = always
    asks: tuple[tuple[str, Test], ...] = ()
    settings: tuple[str, ...] = ()

    def holds(self, circumstances: Circumstances, party: Party | None = None) -> bool | None:
        """Test; an unknown answer notes what is missing."""
        answer = self.test(circumstances, party)
        if answer is None:
            self._note(circumstances, party)
        return answer

    def _note(self, circumstances: Circumstances, party: Party | None) -> None:
        for fact, absent in self.asks:
            if is_absent(fact, circumstances, party) and absent(circumstances, party) is None:
                of_person = party if fact.startswith("person.") else None
                key = (fact, of_person.place if of_person else None)
                circumstances.unknown[key] = of_person
        for setting in self.settings:
            if setting not in circumstances.settings:
                circumstances.missing_settings[setting] = None


OPEN = Gate()
"""The gate of a rule without a condition."""
NEVER = Gate(never)
"""The gate of what was not written at all."""


def value_of(fact: str, circumstances: Circumstances, party: Party | None) -> object:
    """Return the value of a fact, of a person's field, or of the day of the incident; None if absent."""
    if fact == "occurred_on":
        return circumstances.occurred_on
    if fact.startswith("person."):
        return party.fields.get(fact[_PERSON:]) if party else None
    return circumstances.facts.get(fact)


def is_absent(fact: str, circumstances: Circumstances, party: Party | None) -> bool:
    """Whether the fact was not sent; a field of a record that was not given is not asked for by itself."""
    record, dot, _ = fact.partition(".")
    if dot and record != "person" and record not in circumstances.facts:
        return False
    return value_of(fact, circumstances, party) is None
