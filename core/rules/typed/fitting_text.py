"""What somebody wrote, as long as it may be."""

from core.errors import NotAllowed


def fitting_text(text: str, longest: int) -> str:
    """The text; NotAllowed if it is longer than so many characters, or says nothing."""
    if not text.strip():
        raise NotAllowed("text_is_empty")
    if len(text) > longest:
        raise NotAllowed("answer_too_long", length=len(text), longest=longest)
    return text
