"""A rulebook's data without the rows whose form is faulty, so that the others can be checked all the same."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final, get_origin

from core.model.fault import Fault
from core.rulebook.edition import Edition
from core.rulebook.fault_paths import keys_in, path_of
from core.rulebook.toml_lines import Keys

_HEAD: Final[Mapping[str, object]] = {
    "id": "draft",
    "edition": "draft",
    "zone": "UTC",
    "title": {"zh-Hans": "-", "en": "-"},
}
"""What stands in for a faulty head while the rest is checked."""


@dataclass(frozen=True, slots=True)
class Pruned:
    """The rows left; `gone` are the rows taken out, `places` the old places of list rows by their new ones."""

    data: Mapping[str, object]
    gone: frozenset[Keys]
    places: Mapping[str, tuple[int, ...]]

    def may_tell(self, fault: Fault) -> bool:
        """Whether the fault would be there with the faulty rows too."""
        lost = {str(keys[-1]) for keys in self.gone}
        is_about_all = fault.path in {"clauses", "grades"} or fault.found.startswith("is used by nothing")
        return not is_about_all and not any(f"'{name}'" in fault.found for name in lost)

    def as_written(self, fault: Fault) -> Fault:
        """The fault with the place that its row has in the file."""
        chapter, *inner = keys_in(fault.path) or ("",)
        places = self.places.get(str(chapter), ())
        if inner and isinstance(inner[0], int) and inner[0] < len(places):
            return replace(fault, path=path_of((chapter, places[inner[0]], *inner[1:])))
        return fault


def pruned(data: Mapping[str, object], faulty: Iterable[Keys]) -> Pruned:
    """Return the data without every row (entry of a chapter) that one of these ways leads into."""
    gone = frozenset(_row(data, keys) for keys in faulty)
    places = {
        chapter: tuple(place for place in range(len(value)) if (chapter, place) not in gone)
        for chapter, value in data.items()
        if isinstance(value, list)
    }
    left = {
        chapter: _without(chapter, value, gone, places)
        for chapter, value in data.items()
        if (chapter,) not in gone
    }
    head = {
        name: stand_in
        for name, stand_in in _HEAD.items()
        if name not in left or any(keys[:1] == (name,) for keys in gone)
    }
    return Pruned({**left, **head}, gone, places)


def _row(data: Mapping[str, object], keys: Keys) -> Keys:
    chapter = str(keys[0]) if keys else ""
    return keys[:2] if _has_rows(chapter, data.get(chapter)) else keys[:1]


def _has_rows(chapter: str, value: object) -> bool:
    """Whether the chapter has entries of its own, by key or in a list, and is no single table."""
    if chapter not in Edition.model_fields:
        return False
    kind = get_origin(Edition.model_fields[chapter].annotation)
    return isinstance(value, dict if kind is dict else list) and kind in {dict, tuple}


def _without(
    chapter: str, value: object, gone: frozenset[Keys], places: Mapping[str, tuple[int, ...]]
) -> object:
    if isinstance(value, dict):
        return {key: row for key, row in value.items() if (chapter, key) not in gone}
    if isinstance(value, list):
        return [value[place] for place in places[chapter]]
    return value
