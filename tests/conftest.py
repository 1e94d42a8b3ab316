"""Laws are tested without a clock: how fast a machine is proves nothing about them."""

from hypothesis import settings

settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")
