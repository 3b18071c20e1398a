"""Users and their tokens."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

import jwt
import structlog
from anyio import to_thread
from fastapi import FastAPI
from sqlalchemy import func, or_
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col, select

from football_player_service.app import errors, security
from football_player_service.app.auth.models import Role, Token, User
from football_player_service.app.db import session_scope
from football_player_service.app.deps import run_hashing, run_write
from football_player_service.app.settings import (
    DEFAULT_ADMIN_PASSWORD,
    MIN_ADMIN_PASSWORD_LENGTH,
    Settings,
)
from football_player_service.app.text import control_characters, normalise, username_key

log = structlog.get_logger()


async def authenticate(app: FastAPI, *, username: str, password: str) -> User:
    """The active user with this name and password; `Unauthorized`, the same for any mistake."""

    def read() -> User | None:
        with session_scope(writes=False) as session:
            return find(session, username=username)

    user = await to_thread.run_sync(read)
    hashed = user.hashed_password if user and user.is_active else None
    matches, upgraded = await run_hashing(app, lambda: security.verify_password(password, hashed))
    if user is None or not matches:
        raise errors.Unauthorized("Wrong username or password.", code="wrong_credentials")
    if upgraded:
        await run_write(app, lambda session: _replace_hash(session, user, upgraded))
    return user


def issue_token(user: User, *, settings: Settings) -> Token:
    """A new token for `user`."""
    token, seconds = security.create_token(
        username=user.username,
        role=user.role,
        version=user.token_version,
        secret=settings.secret_key.get_secret_value(),
        minutes=settings.token_minutes,
    )
    return Token(access_token=token, token_type="bearer", expires_in=seconds)  # noqa: S106


def claims_of_token(token: str, *, settings: Settings) -> dict[str, Any]:
    """The claims of a token; `Unauthorized` where it is expired or invalid."""
    try:
        return security.read_token(token, secret=settings.secret_key.get_secret_value())
    except jwt.ExpiredSignatureError:
        raise errors.Unauthorized(
            "Your session expired. Sign in again.", code="token_expired"
        ) from None
    except jwt.InvalidTokenError:
        raise errors.Unauthorized("This token is not valid.", code="token_invalid") from None


def user_of_claims(session: Session, *, claims: Mapping[str, Any]) -> User:
    """The user of a token; `Unauthorized` where the token was revoked."""
    user = find(session, username=claims["sub"])
    if user is None or not user.is_active or claims.get("ver") != user.token_version:
        raise errors.Unauthorized("Your session ended. Sign in again.", code="token_revoked")
    return user


def find(session: Session, *, username: str) -> User | None:
    """The user of that name, whatever its case; an exact match wins."""
    if control_characters(username):  # PostgreSQL would refuse the query itself
        return None
    exact = col(User.username) == username
    same = col(User.username_key) == username_key(username)
    return session.exec(select(User).where(or_(exact, same)).order_by(exact.desc())).first()


def get(session: Session, *, user_id: int) -> User:
    """The user; `NotFound` for an unknown id."""
    user = session.get(User, user_id)
    if user is None:
        raise errors.NotFound(f"User {user_id} not found.", code="user_not_found")
    return user


def list_all(session: Session) -> Sequence[User]:
    """All users, by name."""
    return session.exec(select(User).order_by(User.username)).all()


def check_password(password: str, *, role: str, field: str, settings: Settings) -> None:
    """`Unprocessable` where an admin's password is too short for production."""
    if not settings.production or role != Role.ADMIN:
        return
    if len(normalise(password)) < MIN_ADMIN_PASSWORD_LENGTH:
        message = f"An admin's password needs at least {MIN_ADMIN_PASSWORD_LENGTH} characters"
        raise errors.Unprocessable(f"{message}.", code="validation_error", errors=[
            errors.FieldProblem(location="body", field=field, message=message, value=None)
        ])  # fmt: skip


async def hash_password(app: FastAPI, password: str) -> str:
    """The hash to store; made outside transactions, as it takes long."""
    return await run_hashing(app, lambda: security.hash_password(password))


def create(session: Session, *, username: str, hashed_password: str, role: Role) -> User:
    """Add a user; `Conflict` where the name is taken."""
    user = User(
        username=username,
        username_key=username_key(username),
        hashed_password=hashed_password,
        role=role,
    )
    session.add(user)
    try:
        session.flush()
    except IntegrityError:
        raise errors.Conflict(f"The username {username} is taken.", code="username_taken") from None
    return user


def change(session: Session, *, user_id: int, role: Role | None, is_active: bool | None) -> User:
    """Set role or state; the last active admin stays one. Disabling revokes the user's tokens."""
    user = get(session, user_id=user_id)
    demoted = (role is not None and role is not Role.ADMIN) or is_active is False
    if user.role == Role.ADMIN and user.is_active and demoted and _active_admins(session) == 1:
        raise errors.Conflict("This is the last active admin.", code="last_admin")
    if role is not None:
        user.role = role
    if is_active is not None:
        user.is_active = is_active
        user.token_version += 0 if is_active else 1
    session.flush()
    return user


async def change_password(app: FastAPI, *, user: User, current: str, new: str) -> User:
    """Set a password, which revokes the user's tokens; `Unprocessable` if `current` is wrong."""

    def hash_if_right() -> str | None:
        matches, _ = security.verify_password(current, user.hashed_password)
        return security.hash_password(new) if matches else None

    hashed = await run_hashing(app, hash_if_right)
    if hashed is None:
        problem = errors.FieldProblem(
            location="body", field="current_password", message="Wrong password", value=None
        )
        raise errors.Unprocessable(
            "The current password is wrong.", code="wrong_password", errors=[problem]
        )
    changed = await run_write(
        app, lambda session: _replace_hash(session, user, hashed, revoke_tokens=True)
    )
    if changed is None:  # the password was changed at the same time, or the user disabled
        raise errors.Unauthorized("Your session ended. Sign in again.", code="token_revoked")
    return changed


def _replace_hash(
    session: Session, read: User, hashed: str, *, revoke_tokens: bool = False
) -> User | None:
    """Store another hash; None where the user changed since they were `read`."""
    user = get(session, user_id=read.id or 0)
    if (user.hashed_password, user.token_version) != (read.hashed_password, read.token_version):
        return None
    user.hashed_password = hashed
    user.token_version += 1 if revoke_tokens else 0
    session.flush()
    return user


def seed_admin(session: Session, *, settings: Settings) -> bool:
    """Create `admin` where there are no users; whether it did."""
    if session.exec(select(func.count()).select_from(User)).one():
        return False
    password = settings.admin_password.get_secret_value()
    hashed = security.hash_password(password)
    create(session, username="admin", hashed_password=hashed, role=Role.ADMIN)
    if password == DEFAULT_ADMIN_PASSWORD:
        log.warning("default_admin_password", advice="sign in as admin and change it")
    return True


def default_admin_password_works(session: Session) -> bool:
    """Whether one can sign in as `admin` with the password that everybody knows."""
    user = find(session, username="admin")
    return user is not None and user.is_active and _is_default(user.hashed_password)


# Asked with every health check, about the same hash.
@lru_cache(maxsize=2)
def _is_default(hashed: str) -> bool:
    return security.verify_password(DEFAULT_ADMIN_PASSWORD, hashed)[0]


def _active_admins(session: Session) -> int:
    admins = select(func.count()).where(col(User.role) == Role.ADMIN, col(User.is_active))
    return session.exec(admins).one()
