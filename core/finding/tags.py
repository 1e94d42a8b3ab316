"""Tags of a case in the index: letters and digits only, so that no database can read anything into them."""

from hashlib import sha256
from typing import Final

from core.model.roles import Role

OPEN: Final = "e1"
OVER: Final = "e0"
_LONG_ENOUGH: Final = 20


def seen_by(person_id: int) -> str:
    """Somebody who reported, leads or is named in it, or has a task in it."""
    return f"p{person_id}"


def reported_by(person_id: int) -> str:
    """Who reported it."""
    return f"r{person_id}"


def led_by(person_id: int) -> str:
    """Who leads it."""
    return f"o{person_id}"


def names(person_id: int) -> str:
    """Somebody named in it."""
    return f"n{person_id}"


def at_site(site: str) -> str:
    """Where it happened."""
    return f"s{_plain(site)}"


def of_department(site: str, department: str | None = None) -> str:
    """Whose people are named in it; without a department: anybody's at that site."""
    return f"u{_plain(site)}" if department is None else f"u{_plain(site)}x{_plain(department)}"


def work_for(role: Role, site: str) -> str:
    """For which role its rulebook demands something."""
    return f"w{_plain(role.value)}x{_plain(site)}"


def in_month(month: str) -> str:
    """When it was registered: `202503`."""
    return f"m{month}"


def about_order(customer: str, order: str) -> str:
    """Customer and order."""
    return f"q{_hashed(customer, order)}"


def about_product(product: str) -> str:
    """The product, by number or name."""
    return f"t{_hashed(product)}"


def about_cause(product: str, cause: str) -> str:
    """Product and cause."""
    return f"c{_hashed(product, cause)}"


def shows_file(mark: str) -> str:
    """A file that it has as evidence, by the hash of its content or by what Telegram knows it as."""
    return f"f{sha256(mark.encode()).hexdigest()[:_LONG_ENOUGH]}"


def shows(place: int, part: str) -> str:
    """A part of what a picture of it looks like, at its place among the parts."""
    return f"g{place}x{part}"


def _hashed(*words: str) -> str:
    """The same for words that differ only in case, width, spaces and signs."""
    same = "\n".join("".join(filter(str.isalnum, word.casefold())) for word in words)
    return sha256(same.encode()).hexdigest()[:_LONG_ENOUGH]


def _plain(text: str) -> str:
    return text.encode().hex()
