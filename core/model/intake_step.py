"""The open questions of intake, triage and asking."""

from enum import StrEnum


class IntakeStep(StrEnum):
    """Which question a person's next text answers; data names the draft, case or relay."""

    FILLING = "filling"
    WALKING = "walking"
    WALKING_PHOTOS = "walking_photos"
    RETURNING = "returning"
    SUPPLEMENTING = "supplementing"
    REFUSING = "refusing"
    REFUSING_NEXT = "refusing_next"
    ASKING = "asking"
    ANSWERING = "answering"
