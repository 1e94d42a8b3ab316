"""The rig's own book-keeping: what every press and every word of the day must have caused, once."""

from collections import Counter
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A message that must have come into a chat: known by its words, or by a button that does `verb` to `number`."""

    chat: int
    words: str = ""
    verb: str = ""
    number: int = 0

    @property
    def does(self) -> str:
        """What its button sends, without version and argument; empty if any message will do."""
        return f"{self.verb}:{self.number}" if self.verb else ""


@dataclass(slots=True)
class Books:
    """`effects` counts log rows by case and act, `pieces` files by case and SHA-256, `messages` what must come."""

    effects: Counter[tuple[int, str]] = field(default_factory=Counter)
    pieces: Counter[tuple[int, str]] = field(default_factory=Counter)
    messages: Counter[Wanted] = field(default_factory=Counter)

    def caused(self, case: int, *acts: str) -> None:
        """Somebody did this, and was answered."""
        self.effects.update((case, act) for act in acts)

    def kept(self, case: int, sha256: str) -> None:
        """A file was sent for this case."""
        self.pieces[case, sha256] += 1

    def told(self, chat: int, *, words: str = "", verb: str = "", number: int = 0) -> None:
        """Somebody must have been told of it."""
        self.messages[Wanted(chat=chat, words=words, verb=verb, number=number)] += 1

    def acts(self) -> frozenset[str]:
        """All kinds of log rows that the books know of."""
        return frozenset(act for _, act in self.effects)
