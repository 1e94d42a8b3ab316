"""Settings that no company could fill: a table that nothing leads into, a value that its own type refuses."""

from collections.abc import Iterator

from core.model.fault import Fault
from core.rulebook.edition import Edition
from core.rulebook.rate_tables import FAULT, ROLE
from core.rulebook.readers import setting_reader
from core.rulebook.scalars import NotAllowed
from core.rulebook.vocabulary import FactField, Setting


def settings_that_cannot_be(edition: Edition) -> Iterator[Fault]:
    """Yield a fault for every part of a setting that its type does not have or does not take."""
    for name, setting in edition.settings.items():
        path = f"settings.{name}"
        yield from _parts(path, setting)
        yield from _leads(path, setting, edition)
        yield from _value(path, setting)


def _parts(path: str, setting: Setting) -> Iterator[Fault]:
    """What only a table, a choice or an amount has, and what each of them needs."""
    if (setting.type == "table") != bool(setting.by):
        yield Fault(f"{path}.by", *_needs(setting.type, "table", "by"), setting.clause)
    if (setting.type == "choice") != bool(setting.choices):
        yield Fault(f"{path}.choices", *_needs(setting.type, "choice", "choices"), setting.clause)
    if setting.at_least is not None and setting.type != "money":
        yield Fault(f"{path}.at_least", *_needs(setting.type, "money", "at_least"), setting.clause)


def _needs(found: str, wanted: str, part: str) -> tuple[str, str]:
    if found == wanted:
        return "is missing;", f"a setting of type {wanted} has {part}"
    return f"stands in a setting of type {found};", f"only a setting of type {wanted} has {part}"


def _leads(path: str, setting: Setting, edition: Edition) -> Iterator[Fault]:
    """Each key leads by roles, by faults, or by a fact that is a choice; and only by ids that there are."""
    of_key = {**_choosing(edition), ROLE: tuple(edition.roles), FAULT: tuple(edition.faults)}
    for key, ids in setting.by.items():
        if key not in of_key:
            allowed = f"allowed are {', '.join(of_key)}"
            yield Fault(f"{path}.by.{key}", "leads to nothing;", allowed, setting.clause)
        for one in ids:
            if one not in of_key.get(key, ids):
                declared = f"declared are {', '.join(of_key[key]) or 'none'}"
                yield Fault(f"{path}.by.{key}", f"{one!r} is not declared;", declared, setting.clause)


def _choosing(edition: Edition) -> dict[str, tuple[str, ...]]:
    """The facts of which a case has one choice, with their choices."""
    return {
        name: tuple(fact.choices)
        for name, fact in edition.facts.items()
        if isinstance(fact, FactField) and fact.type == "choice"
    }


def _value(path: str, setting: Setting) -> Iterator[Fault]:
    if setting.value is None:
        if setting.status == "interpretation":
            yield Fault(f"{path}.value", "is missing;", "an interpretation has one; else status is 'missing'")
        return
    try:
        setting_reader(setting)(setting.value)
    except NotAllowed as refused:
        yield Fault(f"{path}.value", f"found is {setting.value!r};", str(refused), setting.clause)
