"""People and their sessions."""

import hashlib
from collections.abc import Mapping, Sequence
from typing import Any

import jwt
import structlog
from redis import RedisError
from sqlalchemy import func, or_
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col, select

from football_player_service.app import errors, security
from football_player_service.app.auth.models import Role, Token, User
from football_player_service.app.db import session_scope
from football_player_service.app.redisdb import get_redis
from football_player_service.app.settings import DEFAULT_ADMIN_PASSWORD, Settings
from football_player_service.app.text import control_characters, username_key

log = structlog.get_logger()

FAILURES_ALLOWED = 5
FAILURE_WINDOW_SECONDS = 60


def login(
    session: Session, *, username: str, password: str, address: str, settings: Settings
) -> Token:
    """A token for the right name and password.

    `Unauthorized` otherwise, the same for an unknown name; `RateLimited` after five failures
    for one name from one address within a minute.
    """
    key = _failures_key(username, address)
    _refuse_after_failures(key)
    user = find(session, username=username)
    usable = user if user and user.is_active else None
    matches, upgraded = security.verify_password(
        password, usable.hashed_password if usable else None
    )
    if usable is None or not matches:
        _note_failure(key)
        raise errors.Unauthorized("Wrong username or password.", code="wrong_credentials")
    if upgraded:
        with session_scope() as writing:
            get(writing, user_id=usable.id or 0).hashed_password = upgraded
    _forget_failures(key)
    return issue_token(usable, settings=settings)


def issue_token(user: User, *, settings: Settings) -> Token:
    """A fresh token for `user`."""
    token, seconds = security.create_token(
        username=user.username,
        role=user.role,
        version=user.token_version,
        secret=settings.secret_key.get_secret_value(),
        minutes=settings.token_minutes,
    )
    return Token(access_token=token, token_type="bearer", expires_in=seconds)  # noqa: S106


def claims_of_token(token: str, *, settings: Settings) -> dict[str, Any]:
    """What a token of ours says, or `Unauthorized` saying why it does not hold."""
    try:
        return security.read_token(token, secret=settings.secret_key.get_secret_value())
    except jwt.ExpiredSignatureError:
        raise errors.Unauthorized(
            "Your session ended; sign in again.", code="token_expired"
        ) from None
    except jwt.InvalidTokenError:
        raise errors.Unauthorized("This token is not valid.", code="token_invalid") from None


def user_of_claims(session: Session, *, claims: Mapping[str, Any]) -> User:
    """The user of a token; `Unauthorized` where the token was revoked."""
    user = find(session, username=claims["sub"])
    if user is None or not user.is_active or claims.get("ver") != user.token_version:
        raise errors.Unauthorized("Your session ended; sign in again.", code="token_revoked")
    return user


def find(session: Session, *, username: str) -> User | None:
    """The user of that name, whatever its case; an exact match wins."""
    if control_characters(username):  # PostgreSQL would refuse the query itself
        return None
    exact = col(User.username) == username
    same = col(User.username_key) == username_key(username)
    return session.exec(select(User).where(or_(exact, same)).order_by(exact.desc())).first()


def get(session: Session, *, user_id: int) -> User:
    """The person, or `NotFound`."""
    user = session.get(User, user_id)
    if user is None:
        raise errors.NotFound(f"There is no user {user_id}.", code="user_not_found")
    return user


def list_all(session: Session) -> Sequence[User]:
    """Everybody, by name."""
    return session.exec(select(User).order_by(User.username)).all()


def create(session: Session, *, username: str, password: str, role: Role) -> User:
    """Add a person; `Conflict` where the name is taken."""
    user = User(
        username=username,
        username_key=username_key(username),
        hashed_password=security.hash_password(password),
        role=role,
    )
    session.add(user)
    try:
        session.flush()
    except IntegrityError:
        raise errors.Conflict(f"The username {username} is taken.", code="username_taken") from None
    return user


def change(session: Session, *, user_id: int, role: Role | None, is_active: bool | None) -> User:
    """Set role or state; the last active admin stays one. Disabling ends the person's tokens."""
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


def change_password(session: Session, *, user_id: int, current: str, new: str) -> User:
    """Set one's own password; every earlier token ends."""
    user = get(session, user_id=user_id)
    matches, _ = security.verify_password(current, user.hashed_password)
    if not matches:
        problem = errors.FieldProblem(
            location="body", field="current_password", message="Wrong password", value=None
        )
        raise errors.Unprocessable(
            "The current password is wrong.", code="wrong_password", errors=[problem]
        )
    user.hashed_password = security.hash_password(new)
    user.token_version += 1
    session.flush()
    return user


def seed_admin(session: Session, *, settings: Settings) -> bool:
    """Create `admin` where there are no users; whether it did."""
    if session.exec(select(func.count()).select_from(User)).one():
        return False
    password = settings.admin_password.get_secret_value()
    create(session, username="admin", password=password, role=Role.ADMIN)
    if password == DEFAULT_ADMIN_PASSWORD:
        log.warning("default_admin_password", advice="sign in as admin and change it")
    return True


def _active_admins(session: Session) -> int:
    admins = select(func.count()).where(col(User.role) == Role.ADMIN, col(User.is_active))
    return session.exec(admins).one()


def _failures_key(username: str, address: str) -> str:
    # Hashed, so that what people type into a login form is not kept readable.
    return "login:" + hashlib.sha256(f"{address}\n{username}".encode()).hexdigest()


def _refuse_after_failures(key: str) -> None:
    try:
        with get_redis().pipeline() as pipeline:
            pipeline.get(key)
            pipeline.ttl(key)
            failures, seconds = pipeline.execute()
    except RedisError as error:
        log.warning("login_limit_unreachable", error=str(error))
        return
    if int(failures or 0) >= FAILURES_ALLOWED:
        raise errors.RateLimited(
            f"Too many failed logins; try again in {max(seconds, 1)} seconds.",
            retry_after=seconds,
            code="too_many_failed_logins",
        )


def _note_failure(key: str) -> None:
    try:
        with get_redis().pipeline() as pipeline:
            pipeline.incr(key)
            pipeline.expire(key, FAILURE_WINDOW_SECONDS)
            pipeline.execute()
    except RedisError as error:
        log.warning("login_limit_unreachable", error=str(error))


def _forget_failures(key: str) -> None:
    try:
        get_redis().delete(key)
    except RedisError as error:
        log.warning("login_limit_unreachable", error=str(error))
