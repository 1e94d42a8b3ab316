"""What of tips comes through the bot's ordinary doors: clocks of tips that nobody hands in.

What is said in a tip never comes here: it is sealed before it is kept.
"""

from core.actions.send_tip import tip_rang
from core.actions.take_in_tip import TIP_IDLE
from handlers.routes import Routes


def handlers() -> Routes:
    """What this module answers."""
    return Routes(rings={TIP_IDLE: tip_rang})
