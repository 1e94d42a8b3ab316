"""Whether a fault has come back: the same product, for such a cause."""

from core.model.dossier import CAUSE
from core.rules.corrective.corrective_file import CorrectiveFile


def is_same_cause(later: CorrectiveFile, earlier: CorrectiveFile) -> bool:
    """The same code of one rulebook, the same class of causes, or the same words; never where no cause is named."""
    return _has_code(later, earlier) or _has_class(later, earlier) or _has_words(later, earlier)


def _has_code(later: CorrectiveFile, earlier: CorrectiveFile) -> bool:
    code = later.case.facts.get(CAUSE)
    is_one_rulebook = later.case.rulebook == earlier.case.rulebook
    return bool(code) and is_one_rulebook and code == earlier.case.facts.get(CAUSE)


def _has_class(later: CorrectiveFile, earlier: CorrectiveFile) -> bool:
    """A fault that comes back looks at first as it did at first, not as it was found to be in the end."""
    return not later.cause_classes().isdisjoint(earlier.cause_classes())


def _has_words(later: CorrectiveFile, earlier: CorrectiveFile) -> bool:
    said = later.case.cause.strip().casefold()
    return bool(said) and said == earlier.case.cause.strip().casefold()
