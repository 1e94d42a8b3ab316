"""The whole error tree. An error names a fact; words for it live in templates/<language>/strings/*.toml.

Refusal                      something a person asked for is not done
├── NotAllowed               the rulebook or the case's stage forbids it (with clause where there is one)
│   ├── WrongStage           the case has moved on, or is not there yet
│   └── AboveLoss            the amounts exceed the loss and no reason is recorded
├── NotThisPerson            somebody else has this right; the words say who
├── NoSuchThing              the thing is unknown, or not this person's to see
└── SomebodyWasFirst         another press or edit came before
    └── FiguresChanged       the figures under the button are no longer the case's figures
"""

from collections.abc import Mapping


class Refusal(Exception):
    """A request that is refused; `what` is the key of its words and `data` fills them."""

    def __init__(self, what: str, **data: object) -> None:
        super().__init__(what)
        self.what = what
        self.data: Mapping[str, object] = data


class NotAllowed(Refusal):
    """The rulebook or the case's stage forbids it."""


class WrongStage(NotAllowed):
    """The case has moved on, or is not there yet."""


class AboveLoss(NotAllowed):
    """The amounts exceed the loss and no reason is recorded."""


class NotThisPerson(Refusal):
    """Somebody else has this right; the data says who."""


class NoSuchThing(Refusal):
    """The thing is unknown, or not this person's to see."""


class SomebodyWasFirst(Refusal):
    """Another press or edit came before."""


class FiguresChanged(SomebodyWasFirst):
    """The figures under the button are no longer the case's figures; old and new are in the data."""
