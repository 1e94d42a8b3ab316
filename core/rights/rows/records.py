"""The company's records: who brings earlier ones in, and who takes everything out.

Who keeps the bot running does both: it is no part of any one case. What is brought in can be taken back, and each export
is written down and told to the general managers.
"""

from core.model.roles import Role
from core.rights.action import Action
from core.rights.right import Right

ROWS = (
    Right(
        action=Action.IMPORT_RECORDS,
        who=(Role.ADMIN,),
        otherwise="records_of_admins",
        is_personal=True,
        presses=(
            *("records", "import_of", "imports"),
            *("import_take", "import_drop", "import_undo", "import_undo_yes"),
        ),
        steps=("import_file",),
    ),
    Right(
        action=Action.EXPORT_RECORDS,
        who=(Role.ADMIN,),
        otherwise="records_of_admins",
        is_personal=True,
        presses=("export_of", "export_take"),
    ),
)
