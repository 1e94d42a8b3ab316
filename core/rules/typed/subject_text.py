"""What the complaint is about, as typed into one answer: a product, an order number, a part number, or several."""

from collections.abc import Mapping, Sequence
from datetime import date

from core.rules.draft.draft_fields import SUBJECT
from core.rules.draft.found_fields import Said, fields_found


def subject_in(text: str, products: Sequence[str], today: date) -> Mapping[str, str]:
    """The fields read in the answer; the whole answer is the product where nothing is recognised."""
    found = fields_found([Said(text, today)], (), products)
    read: dict[str, str] = {field: found[field]["value"] for field in SUBJECT if field in found}
    return read or {"product": text.strip()}
