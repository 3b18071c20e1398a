"""Users: the table, request bodies and answers."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    SecretStr,
    StrictBool,
)
from sqlmodel import Field as Column
from sqlmodel import SQLModel

from football_player_service.app.db import UtcDateTime, utc_now
from football_player_service.app.text import (
    normalise,
    normalise_username,
)

MIN_PASSWORD_LENGTH, MAX_PASSWORD_LENGTH = 8, 200


class Role(StrEnum):
    """A user edits players; an admin also manages users."""

    USER = "user"
    ADMIN = "admin"


class User(SQLModel, table=True):
    """A user."""

    __tablename__ = "users"

    id: int | None = Column(default=None, primary_key=True)
    username: str = Column(unique=True)
    # `text.username_key` of the username: unique whatever the case.
    username_key: str = Column(unique=True)
    hashed_password: str
    role: str
    is_active: bool = True
    # Every token carries the version it was issued for; raising it revokes them all.
    token_version: int = 1
    created_at: datetime = Column(sa_type=UtcDateTime, default_factory=utc_now)


def _normalised(value: object) -> object:
    return normalise_username(value) if isinstance(value, str) else value


def _storable(value: SecretStr) -> SecretStr:
    try:
        value.get_secret_value().encode()
    except UnicodeEncodeError:  # a lone surrogate
        raise ValueError("has a character that is not valid Unicode") from None
    return value


def _long_enough(value: SecretStr) -> SecretStr:
    if len(normalise(value.get_secret_value())) < MIN_PASSWORD_LENGTH:
        raise ValueError(
            f"must have at least {MIN_PASSWORD_LENGTH} characters, without spaces at the ends"
        )
    return value


Username = Annotated[
    str,
    Field(min_length=2, max_length=60, pattern=r"^[\w.@+-]+$"),
    BeforeValidator(_normalised),
]
# The maximum bounds the work of hashing.
AnyPassword = Annotated[SecretStr, Field(max_length=MAX_PASSWORD_LENGTH), AfterValidator(_storable)]
Password = Annotated[
    AnyPassword, Field(min_length=MIN_PASSWORD_LENGTH), AfterValidator(_long_enough)
]


class LoginForm(BaseModel):
    """Name and password, as in an OAuth 2 password request; its other fields are ignored."""

    username: str
    password: AnyPassword


class Token(BaseModel):
    """An access token."""

    access_token: str
    token_type: str
    expires_in: int = Field(description="Seconds.")


class UserOut(BaseModel):
    """A user as answered."""

    model_config = ConfigDict(from_attributes=True)

    id: int
    username: str
    role: Role
    is_active: bool
    created_at: datetime


class UserCreate(BaseModel):
    """A new user."""

    model_config = ConfigDict(extra="forbid")

    username: Username
    password: Password
    role: Role = Role.USER


class UserPatch(BaseModel):
    """What an admin may change."""

    model_config = ConfigDict(extra="forbid")

    role: Role | None = None
    is_active: StrictBool | None = None


class PasswordChange(BaseModel):
    """A new password for the signed-in user."""

    model_config = ConfigDict(extra="forbid")

    current_password: AnyPassword
    new_password: Password
