"""What everybody employed may do, and what is a person's own."""

from core.errors import NoSuchThing
from core.rights.action import Action
from core.rights.right import Right
from core.rights.tie import Tie

ROWS = (
    Right(
        action=Action.TALK,
        who=(Tie.EVERYBODY,),
        is_personal=True,
        commands=("start", "help", "lang", "cancel", "cases", "due", "find", "my"),
        presses=(
            *("oriented", "lang", "unasked", "due", "current", "cases", "find", "spoken"),
            *("my_page", "my_statement", "deputies"),
        ),
        steps=("search_words",),
    ),
    Right(
        action=Action.REPORT,
        who=(Tie.EVERYBODY,),
        is_personal=True,
        commands=("new",),
        presses=("start_new",),
    ),
    Right(
        action=Action.READ_RULEBOOK,
        who=(Tie.EVERYBODY,),
        is_personal=True,
        commands=("rulebook",),
        presses=(
            *("rules", "rules_of", "rules_chapter", "rules_pdf"),
            *("editions", "edition", "edition_pdf", "edition_read"),
        ),
    ),
    Right(
        action=Action.WORK_ON_DRAFT,
        who=(Tie.DRAFTER,),
        otherwise="draft_unknown",
        refusal=NoSuchThing,
        is_personal=True,
        presses=(
            *("drop", "edit", "fill", "resume", "split", "submit", "walk_on", "walk_to", "pick"),
            *("add_to", "keep_ask", "keep_case", "keep_draft", "keep_new", "keep_not", "keep_said"),
        ),
        steps=("filling", "walking", "walking_photos"),
    ),
)
