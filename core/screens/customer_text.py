"""Texts for sales to send on: polite, complete, in the customer's language; no names of staff, no deductions."""

import re
from enum import StrEnum
from typing import Final

from core.model.case import Stage
from core.model.message import Button, Message
from core.model.money import Money
from core.model.remedy import CostClass, InterimKind, RemedyKind, RemedyState
from core.rules.remedy.remedy_file import RemedyFile
from core.screens.case_head import head_of
from core.screens.picks import in_rows
from core.screens.remedy import back, button

# stands for a member of our staff until the text is in the customer's language
COLLEAGUE: Final = "\N{OBJECT REPLACEMENT CHARACTER}"
# what a copy button of Telegram holds
_MOST_COPIED: Final = 256


class CustomerText(StrEnum):
    """On which occasion the customer is written to."""

    ACKNOWLEDGEMENT = "acknowledgement"
    INTERIM = "interim"
    OFFER = "offer"
    DONE = "done"
    APOLOGY = "apology"
    REFUSAL = "refusal"


def customer_texts(file: RemedyFile) -> Message:
    """Which text; the one that fits where the case stands first, and the language of this customer."""
    fitting = _fitting(file)
    ordered = (fitting, *(one for one in CustomerText if one is not fitting))
    buttons = (button(f"text_{one}", "customer_text", file, one.value) for one in ordered)
    return Message(
        template="customer_texts_listed",
        data=_head(file) | {"language": file.language, "fitting": fitting},
        rows=(*in_rows(buttons, 2), (*_languages(file), back(file))),
    )


def customer_text(file: RemedyFile, which: CustomerText) -> Message:
    """The text itself, for the customer alone."""
    case, remedy = file.case, file.remedy
    paid = sum(
        cost.fen
        for one in file.undertakings
        if one.kind is RemedyKind.COMPENSATION
        for cost in one.costs
        if cost.cost_class is CostClass.COMPENSATION
    )
    return Message(
        template="customer_text",
        data=_head(file)
        | {
            "which": which,
            "company_name": file.dossier.company.name,
            "received_at": case.received_at,
            "happened_on": case.occurred_on,
            "reply_due": None if case.replied_at else case.first_reply_due_at,
            "interims": tuple(
                _nameless(one.what, file) for one in remedy.interims if one.kind is InterimKind.INTERIM
            ),
            "contained": bool(case.containment),
            "lines": tuple((one.kind, _nameless(one.what, file), one.due_on) for one in file.undertakings),
            "paid": Money(paid) if paid else None,
            "refused_because": _nameless(case.outcome_reason, file) if case.stage is Stage.REFUSED else "",
            "colleague": COLLEAGUE,
        },
    )


def text_to_send(file: RemedyFile, which: CustomerText, text: str) -> Message:
    """The text to be copied: a tap copies it."""
    copied = (Button("copy_text", copy=text),) if len(text) <= _MOST_COPIED else ()
    others = tuple(
        Button(
            f"text_in_{language.replace('-', '_')}",
            "customer_lang",
            file.case.id,
            file.remedy.version,
            f"{language}:{which}",
        )
        for language in file.dossier.company.languages
        if language != file.language
    )
    return Message(
        template="customer_text_shown",
        data=_head(file) | {"which": which, "text": text, "language": file.language},
        rows=(copied, (*others, button("back", "customer_texts", file)))
        if copied
        else ((*others, button("back", "customer_texts", file)),),
    )


def _nameless(text: str, file: RemedyFile) -> str:
    """What was typed, with a mark in the place of every name of our staff."""
    for name in {person.name for person in file.dossier.staff.values() if len(person.name) > 1}:
        pattern = rf"\b{re.escape(name)}\b" if name.isascii() else re.escape(name)
        text = re.sub(pattern, COLLEAGUE, text)
    return text


def _languages(file: RemedyFile) -> tuple[Button, ...]:
    return tuple(
        button(f"text_in_{language.replace('-', '_')}", "customer_lang", file, language)
        for language in file.dossier.company.languages
        if language != file.language
    )


def _fitting(file: RemedyFile) -> CustomerText:
    if file.case.stage is Stage.REFUSED:
        return CustomerText.REFUSAL
    match file.remedy.state:
        case RemedyState.CARRIED_OUT:
            return CustomerText.DONE
        case RemedyState.APPROVED | RemedyState.AGREED:
            return CustomerText.OFFER
    return CustomerText.INTERIM if file.remedy.interims else CustomerText.ACKNOWLEDGEMENT


def _head(file: RemedyFile) -> dict[str, object]:
    case = file.case
    return head_of(case) | {
        "customer": case.customer,
        "product": case.goods,
        "order_no": case.order_no,
    }
