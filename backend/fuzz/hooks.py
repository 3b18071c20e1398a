"""What a random request may not do: disable the admin whose token the run uses."""

from typing import Any

import schemathesis

ADMIN_ID = "1"
OTHER_ID = "2"


@schemathesis.hook
def before_call(context: Any, case: Any, kwargs: Any) -> None:  # noqa: ARG001 - the hook's signature
    """Send a change of user 1 to user 2."""
    if case.path == "/users/{user_id}" and str(case.path_parameters["user_id"]) == ADMIN_ID:
        case.path_parameters["user_id"] = OTHER_ID
