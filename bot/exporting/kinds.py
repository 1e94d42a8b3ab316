"""What an export holds, table by table, and what it leaves out and why."""

from dataclasses import dataclass
from typing import Final

OF_CASE: Final = "case_id IN ({cases})"
_OF_NOTICE: Final = "notice_id IN (SELECT id FROM notices WHERE case_id IN ({cases}))"
_HELD: Final = (
    "(holder = 'case' AND holder_id IN ({cases}))"
    " OR (holder = 'statement' AND holder_id IN (SELECT id FROM statements WHERE case_id IN ({cases})))"
    " OR (holder = 'appeal' AND holder_id IN (SELECT id FROM appeals WHERE case_id IN ({cases})))"
    " OR (holder = 'duty' AND holder_id IN (SELECT id FROM duties WHERE case_id IN ({cases})))"
    " OR (holder = 'round' AND holder_id IN (SELECT id FROM rounds WHERE case_id IN ({cases})))"
    " OR (holder = 'undertaking' AND holder_id IN (SELECT id FROM undertakings WHERE case_id IN ({cases})))"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One table. `of_case` chooses the rows that belong to some cases; without it a part of the cases leaves it out.

    `always` chooses what may be shown at all, `without` are columns that say nothing outside of this bot.
    """

    table: str
    of_case: str = ""
    always: str = ""
    order: str = "id"
    without: frozenset[str] = frozenset()

    def where(self, cases: str) -> str:
        """The condition for these cases (a query of ids; empty: all)."""
        chosen = self.of_case.format(cases=cases) if cases else ""
        return " AND ".join(f"({one})" for one in (self.always, chosen) if one) or "1"

    def is_in(self, cases: str) -> bool:
        """Whether there is any of it in an export of these cases."""
        return not cases or bool(self.of_case)


_CHAT: Final = frozenset({"file_id", "file_unique_id", "chat_id", "message_id", "media_group_id"})
KINDS: Final = (
    Kind(table="cases", of_case="id IN ({cases})"),
    Kind(table="case_links", of_case="case_id IN ({cases}) OR other_id IN ({cases})"),
    *(
        Kind(table=table, of_case=OF_CASE)
        for table in (
            "parties", "statements", "figures", "decisions", "corrections", "notices", "appeals",
            "corrective_plans", "duties", "deadline_clocks", "remedies", "undertakings", "rounds", "surveys",
            "relays",
        )
    ),
    Kind(table="evidence", of_case=_HELD, without=_CHAT | {"tries", "retry_at"}),
    # a line or entry without notice and case pays a reward for a tip out
    Kind(
        table="ledger", of_case=OF_CASE, always="case_id IS NOT NULL OR notice_id <> 0", order="seq"
    ),
    Kind(table="plans", of_case=_OF_NOTICE),
    Kind(table="batch_lines", of_case=OF_CASE, always="notice_id <> 0"),
    Kind(table="batches"),
    Kind(table="log", of_case=OF_CASE, order="seq"),
    Kind(
        table="log_words", of_case="seq IN (SELECT seq FROM log WHERE case_id IN ({cases}))", order="seq"
    ),
    # who the numbers of persons are
    Kind(table="persons", of_case="1", without=frozenset({"chat_id"})),
    Kind(table="deputyships"),
    Kind(table="remembered"),
    Kind(table="month_figures"),
    Kind(table="calendar_years"),
    Kind(table="imports"),
    Kind(table="import_parts"),
    Kind(table="proposed_editions", without=frozenset({"file_id"})),
    Kind(table="edition_receipts"),
)  # fmt: skip
SEALED: Final = frozenset(
    {"wages", "wages_uploads", "tips", "tip_pieces", "tip_rewards", "tip_marks", "tip_letters", "bonuses"}
)
# how the bot works, not what happened; questions and drafts that were never sent belong to whoever wrote them
MACHINERY: Final = frozenset(
    {
        "account_readings",
        "cards",
        "chat_groups",
        "dialogues",
        "drafts",
        "earlier_files",
        "inbox",
        "invitations",
        "numbers",
        "outbox",
        "records_exports",
        "reminders",
        "searches",
        "shown",
        "subscriptions",
        "ticks",
        "timers",
    }
)
