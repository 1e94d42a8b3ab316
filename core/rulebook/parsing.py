"""Text in, edition or every fault out."""

import tomllib

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from core.model.fault import BadRulebook, Fault
from core.rulebook.edition import Edition, LossKinds, WageGuard


def read_edition(text: str) -> Edition:
    """Read one edition; raises BadRulebook with every fault of its form."""
    try:
        return Edition.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as fault:
        raise BadRulebook((Fault("file", "is no TOML:", str(fault)),)) from fault
    except ValidationError as fault:
        raise BadRulebook(tuple(_fault(error) for error in fault.errors())) from fault


def read_wage_guard(text: str) -> WageGuard:
    """Read the statutory guard, which ships with the product."""
    return WageGuard.model_validate(tomllib.loads(text))


def read_loss_kinds(text: str) -> LossKinds:
    """Read the words of the loss kinds, which ship with the product."""
    return LossKinds.model_validate(tomllib.loads(text))


def _fault(error: ErrorDetails) -> Fault:
    path = ".".join(str(part) for part in error["loc"])
    return Fault(path or "file", "is refused:", str(error["msg"]))
