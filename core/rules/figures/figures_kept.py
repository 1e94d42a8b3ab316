"""Assessments as they are kept: whole, with their trace, and a hash over request and answer."""

import json
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from msgspec import convert, to_builtins

from core.model.assessment import Assessment, PersonResult
from core.model.label import Label


def figures_kept(assessment: Assessment) -> Mapping[str, object]:
    """The assessment as plain data, to be kept as it is."""
    kept: Mapping[str, object] = to_builtins(assessment, enc_hook=_words_kept)
    return kept


def figures_in(kept: Mapping[str, object]) -> Assessment:
    """The assessment that was kept."""
    return convert(kept, Assessment, dec_hook=_words_in)


def _words_kept(label: Label) -> Mapping[str, object]:
    return label.model_dump(by_alias=True)


def _words_in(_kind: type[Label], kept: Any) -> Label:  # noqa: ANN401 - what was kept, whatever it is
    return Label.model_validate(kept)


def figures_hash(request: Mapping[str, object], kept: Mapping[str, object]) -> str:
    """The hash over request and answer, in hexadecimal."""
    whole = json.dumps([request, kept], ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(whole.encode()).hexdigest()


def result_of(assessment: Assessment, person_id: int) -> PersonResult | None:
    """That person's result; None if they are not in it."""
    return next((result for result in assessment.people if result.id == str(person_id)), None)
