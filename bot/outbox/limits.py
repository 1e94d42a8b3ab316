"""How many messages Telegram takes in how many seconds."""

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Allowance:
    """At most `most` messages within any `within` seconds."""

    most: int
    within: float

    def faster(self, times: float) -> "Allowance":
        """As many in a time so much shorter."""
        return Allowance(self.most, self.within / times)


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Telegram's figures: for all chats together, for one chat, for a group.

    Answers to what a person did themselves may come `in_a_row`; everything else keeps to `chat`. A message that is not
    answered is taken to have arrived `latest` seconds after it left.
    """

    overall: Allowance = Allowance(30, 1.0)
    chat: Allowance = Allowance(1, 1.0)
    in_a_row: Allowance = Allowance(3, 3.0)
    group: Allowance = Allowance(20, 60.0)
    latest: float = 0.25

    def faster(self, times: float) -> "Limits":
        """The same limits on a clock that runs so much faster; the way there is as long as it was."""
        return replace(
            self,
            overall=self.overall.faster(times),
            chat=self.chat.faster(times),
            in_a_row=self.in_a_row.faster(times),
            group=self.group.faster(times),
        )
