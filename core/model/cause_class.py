"""The classes by which causes are counted, whatever their rulebook calls them."""

from enum import StrEnum


class CauseClass(StrEnum):
    """People, machine, material, method, measurement, environment; management above them, and what came from outside."""

    PEOPLE = "people"
    MACHINE = "machine"
    MATERIAL = "material"
    METHOD = "method"
    MEASUREMENT = "measurement"
    ENVIRONMENT = "environment"
    MANAGEMENT = "management"
    OUTSIDE = "outside"
