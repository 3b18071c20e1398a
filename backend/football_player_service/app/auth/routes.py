"""`/token` and `/users`."""

from typing import Annotated

from fastapi import APIRouter, Depends, Path, Request
from fastapi.security import OAuth2PasswordRequestForm

from football_player_service.app import errors
from football_player_service.app.auth import service
from football_player_service.app.auth.deps import AdminUser, CurrentUser
from football_player_service.app.auth.models import (
    PasswordChange,
    Token,
    UserCreate,
    UserOut,
    UserPatch,
)
from football_player_service.app.db import session_scope
from football_player_service.app.settings import get_settings

router = APIRouter(tags=["users"])

UserId = Annotated[int, Path(ge=1, le=2**63 - 1)]
Form = Annotated[OAuth2PasswordRequestForm, Depends()]
_ADMIN = errors.responses(errors.Unauthorized, errors.Forbidden)


@router.post("/token", responses=errors.responses(errors.Unauthorized))
def login(form: Form, request: Request) -> Token:
    """Sign in."""
    address = request.client.host if request.client else ""
    # Hashing takes long: a transaction that writes would keep every other writer waiting.
    with session_scope(writes=False) as session:
        return service.login(
            session,
            username=form.username,
            password=form.password,
            address=address,
            settings=get_settings(),
        )


@router.get("/users/me", responses=errors.responses(errors.Unauthorized))
def read_me(user: CurrentUser) -> UserOut:
    """Who I am."""
    return UserOut.model_validate(user)


@router.post("/users/me/password", responses=errors.responses(errors.Unauthorized))
def change_my_password(body: PasswordChange, user: CurrentUser) -> Token:
    """Change one's own password. Earlier tokens end; the answer is a new one."""
    with session_scope() as session:
        changed = service.change_password(
            session,
            user_id=user.id or 0,
            current=body.current_password.get_secret_value(),
            new=body.new_password.get_secret_value(),
        )
    return service.issue_token(changed, settings=get_settings())


@router.get("/users", responses=_ADMIN)
def list_users(_admin: AdminUser) -> list[UserOut]:
    """Everybody."""
    with session_scope(writes=False) as session:
        return [UserOut.model_validate(user) for user in service.list_all(session)]


@router.post("/users", status_code=201, responses=_ADMIN | errors.responses(errors.Conflict))
def create_user(body: UserCreate, _admin: AdminUser) -> UserOut:
    """Add a person."""
    with session_scope() as session:
        user = service.create(
            session,
            username=body.username,
            password=body.password.get_secret_value(),
            role=body.role,
        )
    return UserOut.model_validate(user)


@router.patch(
    "/users/{user_id}",
    responses=_ADMIN | errors.responses(errors.NotFound, errors.Conflict),
)
def change_user(user_id: UserId, body: UserPatch, _admin: AdminUser) -> UserOut:
    """Change a person's role, or disable and enable him."""
    with session_scope() as session:
        user = service.change(session, user_id=user_id, role=body.role, is_active=body.is_active)
    return UserOut.model_validate(user)
