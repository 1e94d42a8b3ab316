"""Says a clause as a person would: by number, or by its place in the text where it has no number."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Final

# how editions write the places that have no number of their own, the more particular ones first
_PLACES: Final = (
    ("inside", re.compile(r"(.+) \(so numbered inside (.+)\)")),
    ("opening_of", re.compile(r"(.+) intro")),
    ("after", re.compile(r"after (.+)")),
    ("row", re.compile(r"row (.+)")),
    ("onward", re.compile(r"(.+) ff\.")),
    ("all_of", re.compile(r"(.+)\.x")),
    ("opening", re.compile(r"intro")),
    ("heading", re.compile(r"head")),
    ("note", re.compile(r"Note")),
    ("whole", re.compile(r"[-–]")),
    # one of the grounds of a clause, which the text does not number
    ("numbered", re.compile(r"(\d[\d.]*[A-Z]?)(?: [a-z]{3}[a-z ]*|\([a-z]{3,}\))")),
    ("numbered", re.compile(r"([\d(].*)")),
)
# the id of a rulebook before its clause, where nobody knows its title any more
_SOURCE: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)+ ")


@cache
def clause_said(language: str, clause: str) -> str:
    """The clause without its internal mark, in words that stand by themselves; a name that is no number as it is.

    An id of a rulebook before it is left out.
    """
    own = _SOURCE.sub("", clause.partition("#")[0], count=1)
    for place, pattern in _PLACES:
        if found := pattern.fullmatch(own):
            return _forms(language)[place].format(*found.groups())
    return own


@cache
def _forms(language: str) -> Mapping[str, str]:
    text = (resources.files("templates") / language / "explain.toml").read_text("utf-8")
    forms: Mapping[str, str] = tomllib.loads(text)["clauses"]
    return forms
