"""The user of a request: `CurrentUser`, `OptionalUser` and `AdminUser`."""

from typing import Annotated, Any

from fastapi import Depends
from fastapi.security import OAuth2PasswordBearer

from football_player_service.app import errors
from football_player_service.app.auth import service
from football_player_service.app.auth.models import Role, User
from football_player_service.app.db import session_scope
from football_player_service.app.settings import get_settings

_bearer = OAuth2PasswordBearer(tokenUrl="token", auto_error=False)
Bearer = Annotated[str | None, Depends(_bearer)]


# async, so that FastAPI does not call it in a thread.
async def get_claims(token: Bearer) -> dict[str, Any]:
    """The claims of the request's token; `Unauthorized` where it is missing or invalid."""
    if not token:
        raise errors.Unauthorized("Sign in first.")
    return service.claims_of_token(token, settings=get_settings())


Claims = Annotated[dict[str, Any], Depends(get_claims)]


def get_current_user(claims: Claims) -> User:
    """The user whose valid token the request carries; `Unauthorized` otherwise."""
    # A transaction of its own, so that nobody waits for the write lock before this check.
    with session_scope(writes=False) as session:
        return service.user_of_claims(session, claims=claims)


CurrentUser = Annotated[User, Depends(get_current_user)]


def get_optional_user(token: Bearer) -> User | None:
    """The user whose valid token the request carries; None for anyone else."""
    if not token:
        return None
    try:
        return get_current_user(service.claims_of_token(token, settings=get_settings()))
    except errors.Unauthorized:
        return None


OptionalUser = Annotated[User | None, Depends(get_optional_user)]


def get_current_admin(user: CurrentUser) -> User:
    """The signed-in user if they are an admin; `Forbidden` otherwise."""
    if user.role != Role.ADMIN:
        raise errors.Forbidden("Only an admin may do this.", code="admin_only")
    return user


AdminUser = Annotated[User, Depends(get_current_admin)]
