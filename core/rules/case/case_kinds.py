"""Of which kind a case is, where several kinds have rulebooks of their own: asked like any field of the intake."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from core.model.company import Company
from core.model.label import Label
from core.rulebook.duty_rules import FormField
from core.rulebook.vocabulary import Choice

CASE_KIND: Final = "case_kind"
_OTHER: Final = "other"
_ASKED: Final = Label(zh_hans="案件类别", en="Kind of case")
_ALL_OTHERS: Final = Label(zh_hans="其他", en="Other")


def kind_field(company: Company, site: str, day: date) -> Mapping[str, FormField]:
    """The question, with the company's own words for the kinds; nothing to ask where only one rulebook fits."""
    kinds = company.kinds(site, day)
    if len(kinds) <= 1:
        return {}
    keys = _keys(company)
    choices = {keys[kind]: Choice(label=_label(kind)) for kind in kinds}
    return {CASE_KIND: FormField(type="choice", label=_ASKED, choices=choices)}


def kind_said(given: Mapping[str, str], company: Company, site: str, day: date) -> str | None:
    """The kind that was chosen, or the only one there is; None while nobody has said, and for all others."""
    kinds = company.kinds(site, day)
    if len(kinds) == 1:
        return kinds[0]
    keys = _keys(company)
    return next((kind for kind in kinds if keys[kind] == given.get(CASE_KIND)), None)


def _keys(company: Company) -> Mapping[str | None, str]:
    """Short ids for the kinds, so that a button can carry them."""
    kinds = dict.fromkeys(entry.kind for entry in company.in_force if entry.kind)
    return {None: _OTHER} | {kind: f"kind_{place}" for place, kind in enumerate(kinds, 1)}


def _label(kind: str | None) -> Label:
    return Label(zh_hans=kind, en=kind) if kind else _ALL_OTHERS
