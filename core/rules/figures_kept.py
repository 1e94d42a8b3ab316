"""Assessments as they are kept: whole, with their trace, and a hash over request and answer."""

import json
from collections.abc import Mapping
from hashlib import sha256

from pydantic import TypeAdapter

from core.model.assessment import Assessment, PersonResult

_WHOLE: TypeAdapter[Assessment] = TypeAdapter(Assessment)


def figures_kept(assessment: Assessment) -> Mapping[str, object]:
    """The assessment as plain data, to be kept as it is."""
    kept: Mapping[str, object] = _WHOLE.dump_python(assessment, mode="json", by_alias=True)
    return kept


def figures_in(kept: Mapping[str, object]) -> Assessment:
    """The assessment that was kept."""
    return _WHOLE.validate_python(kept)


def figures_hash(request: Mapping[str, object], kept: Mapping[str, object]) -> str:
    """The hash over request and answer, in hexadecimal."""
    whole = json.dumps([request, kept], ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(whole.encode()).hexdigest()


def result_of(assessment: Assessment, person_id: int) -> PersonResult | None:
    """That person's result; None if they are not in it."""
    return next((result for result in assessment.people if result.id == str(person_id)), None)
