"""`/token` and `/users`."""

from typing import Annotated

from fastapi import APIRouter, Depends, Form, Path, Request, Response

from football_player_service.app import errors
from football_player_service.app.auth import service
from football_player_service.app.auth.attempts import limited_attempt
from football_player_service.app.auth.deps import AdminUser, CurrentUser
from football_player_service.app.auth.models import (
    LoginForm,
    PasswordChange,
    Token,
    UserCreate,
    UserOut,
    UserPatch,
)
from football_player_service.app.deps import SessionDep, run_write
from football_player_service.app.ratelimit import client_address
from football_player_service.app.settings import get_settings

router = APIRouter(tags=["users"])

UserId = Annotated[int, Path(ge=1, le=2**63 - 1)]
_ADMIN = errors.responses(errors.Unauthorized, errors.Forbidden)


# async, so that FastAPI does not call it in a thread.
async def _no_store(response: Response) -> None:
    response.headers["Cache-Control"] = "no-store"


_answers_token = [Depends(_no_store)]


@router.post("/token", dependencies=_answers_token, responses=errors.responses(errors.Unauthorized))
async def login(form: Annotated[LoginForm, Form()], request: Request) -> Token:
    """Sign in."""
    limit = limited_attempt(
        request.app.state.login_limiters,
        username=form.username,
        address=client_address(request.scope),
    )
    async with limit:
        user = await service.authenticate(
            request.app, username=form.username, password=form.password.get_secret_value()
        )
    return service.issue_token(user, settings=get_settings())


@router.post(
    "/token/refresh", dependencies=_answers_token, responses=errors.responses(errors.Unauthorized)
)
async def refresh_token(user: CurrentUser) -> Token:
    """A new token for a user whose token is still valid."""
    return service.issue_token(user, settings=get_settings())


@router.get("/users/me", responses=errors.responses(errors.Unauthorized))
async def read_me(user: CurrentUser) -> UserOut:
    """The signed-in user."""
    return UserOut.model_validate(user)


@router.post(
    "/users/me/password",
    dependencies=_answers_token,
    responses=errors.responses(errors.Unauthorized),
)
async def change_my_password(body: PasswordChange, user: CurrentUser, request: Request) -> Token:
    """Change the signed-in user's password. Earlier tokens are revoked; the answer is a new one."""
    settings = get_settings()
    new = body.new_password.get_secret_value()
    service.check_password(new, role=user.role, field="new_password", settings=settings)
    limit = limited_attempt(
        request.app.state.login_limiters,
        username=user.username,
        address=client_address(request.scope),
    )
    async with limit:
        changed = await service.change_password(
            request.app, user=user, current=body.current_password.get_secret_value(), new=new
        )
    return service.issue_token(changed, settings=settings)


@router.get("/users", responses=_ADMIN)
def list_users(_admin: AdminUser, session: SessionDep) -> list[UserOut]:
    """All users, by name."""
    return [UserOut.model_validate(user) for user in service.list_all(session)]


@router.post("/users", status_code=201, responses=_ADMIN | errors.responses(errors.Conflict))
async def create_user(body: UserCreate, _admin: AdminUser, request: Request) -> UserOut:
    """Add a user."""
    password = body.password.get_secret_value()
    service.check_password(password, role=body.role, field="password", settings=get_settings())
    hashed = await service.hash_password(request.app, password)
    user = await run_write(
        request.app,
        lambda session: service.create(
            session, username=body.username, hashed_password=hashed, role=body.role
        ),
    )
    return UserOut.model_validate(user)


@router.patch(
    "/users/{user_id:int}",
    responses=_ADMIN | errors.responses(errors.NotFound, errors.Conflict),
)
def change_user(
    user_id: UserId, body: UserPatch, _admin: AdminUser, session: SessionDep
) -> UserOut:
    """Change a user's role, or disable or enable them."""
    user = service.change(session, user_id=user_id, role=body.role, is_active=body.is_active)
    return UserOut.model_validate(user)
