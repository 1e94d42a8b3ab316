"""The notice of compensation: calm, complete, lawful."""

from dataclasses import replace
from zoneinfo import ZoneInfo

from core.model.case import Case
from core.model.message import Button, Message, Urgency
from core.model.notice import Appeal, Notice
from core.model.person import Person
from core.rulebook.compiled import CompiledRulebook
from core.rules.appeal.appeal_limit import last_day
from core.rules.assessment.fines import is_only_fine


def notice_message(
    notice: Notice,
    case: Case,
    person: Person,
    *,
    zone: ZoneInfo,
    rulebook: CompiledRulebook,
    appeal: Appeal | None = None,
) -> Message:
    """The notice as it was issued, with what has happened to it since."""
    return Message(
        template="notice_issued",
        card=f"notice:{notice.id}",
        urgency=Urgency.URGENT,
        data={
            "case_id": case.id,
            "site": case.site,
            "notice": notice,
            "appeal": appeal,
            "number": case.number,
            "product": case.goods,
            "cause": case.cause,
            "occurred_on": case.occurred_on,
            "is_occurred_known": case.is_occurred_known,
            "name": person.name,
            "content": notice.content,
            "is_fine": is_only_fine(notice),
            "rulebook": rulebook,
            "appeal_day": last_day(notice.appeal_until, zone) if notice.appeal_until else None,
            "is_over": False,
        },
        rows=_rows(notice, case, has_appealed=appeal is not None),
    )


def without_time_to_appeal(message: Message) -> Message:
    """The same, once the time to appeal has run out."""
    return replace(message, data={**message.data, "is_over": True})


def _rows(notice: Notice, case: Case, *, has_appealed: bool) -> tuple[tuple[Button, ...], ...]:
    first = [] if notice.acknowledged_at else [Button("acknowledge", "ack", notice.id)]
    if notice.is_standing and not notice.is_frozen and not has_appealed:
        first.append(Button("appeal", "appeal", notice.id))
    second = (
        Button("why", "why", case.id, notice.version, str(notice.person_id)),
        Button("pdf", "notice_pdf", notice.id),
        Button("ask_owner", "ask_owner", case.id, case.version),
    )
    return tuple(row for row in (tuple(first), second, _agreement(notice)) if row)


def _agreement(notice: Notice) -> tuple[Button, ...]:
    """同意 stands last, only once the figures were opened; who agreed can take it back."""
    if notice.agreed_at:
        return (Button("take_back", "unagree", notice.id),)
    if notice.figures_opened_at and notice.is_standing and not notice.is_frozen:
        return (Button("agree", "agree", notice.id),)
    return ()
