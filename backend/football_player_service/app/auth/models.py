"""People who may sign in: the table, and what is asked and answered about them."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, SecretStr
from sqlmodel import Field as Column
from sqlmodel import SQLModel

from football_player_service.app.db import UtcDateTime, utc_now
from football_player_service.app.text import Clean


class Role(StrEnum):
    """A user works with players; an admin also with users."""

    USER = "user"
    ADMIN = "admin"


class User(SQLModel, table=True):
    """One row a person."""

    __tablename__ = "users"

    id: int | None = Column(default=None, primary_key=True)
    username: str = Column(unique=True)
    hashed_password: str
    role: str
    is_active: bool = True
    # Every token names the version it was made for; raising it ends them all.
    token_version: int = 1
    created_at: datetime = Column(sa_type=UtcDateTime, default_factory=utc_now)


Username = Annotated[str, Field(min_length=2, max_length=60, pattern=r"^[\w.@+-]+$"), Clean]
# A cap keeps the work of hashing bounded.
Password = Annotated[SecretStr, Field(min_length=8, max_length=200)]


class Token(BaseModel):
    """A signed-in session."""

    access_token: str
    token_type: str
    expires_in: int = Field(description="Seconds.")


class UserOut(BaseModel):
    """A person, without anything secret."""

    model_config = ConfigDict(from_attributes=True)

    id: int
    username: str
    role: Role
    is_active: bool
    created_at: datetime


class UserCreate(BaseModel):
    """A new person."""

    model_config = ConfigDict(extra="forbid")

    username: Username
    password: Password
    role: Role = Role.USER


class UserPatch(BaseModel):
    """What an admin may change of a person."""

    model_config = ConfigDict(extra="forbid")

    role: Role | None = None
    is_active: bool | None = None


class PasswordChange(BaseModel):
    """A new password for oneself."""

    model_config = ConfigDict(extra="forbid")

    current_password: SecretStr = Field(max_length=200)
    new_password: Password
