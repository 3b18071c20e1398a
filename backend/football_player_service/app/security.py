"""Password hashes and tokens: pure functions, no database."""

import warnings
from datetime import UTC, datetime, timedelta
from typing import Any

import jwt
from jwt.warnings import InsecureKeyLengthWarning
from pwdlib import PasswordHash
from pwdlib.hashers.argon2 import Argon2Hasher
from pwdlib.hashers.bcrypt import BcryptHasher
from uuid6 import uuid7

ALGORITHM = "HS256"
# Production refuses a short secret (settings.py); the development default is short.
warnings.filterwarnings("ignore", category=InsecureKeyLengthWarning)

# The first hasher is for new hashes; hashes of the second are verified and replaced at sign-in.
_hasher = PasswordHash((Argon2Hasher(), BcryptHasher()))
_NOBODY = _hasher.hash("the password of nobody")


def hash_password(password: str) -> str:
    """An Argon2id hash."""
    return _hasher.hash(password)


def verify_password(password: str, hashed: str | None) -> tuple[bool, str | None]:
    """Whether it matches, and a new hash where the stored one should be upgraded.

    Without a hash (an unknown user) the work is the same, so that the time reveals nothing.
    """
    if hashed is None:
        _hasher.verify(password, _NOBODY)
        return False, None
    return _hasher.verify_and_update(password, hashed)


def create_token(
    *, username: str, role: str, version: int, secret: str, minutes: int
) -> tuple[str, int]:
    """A signed token and its lifetime in seconds. `ver` revokes it when the password changes."""
    now = datetime.now(UTC)
    lifetime = timedelta(minutes=minutes)
    claims = {
        "sub": username,
        "role": role,
        "ver": version,
        "iat": now,
        "exp": now + lifetime,
        "jti": str(uuid7()),
    }
    return jwt.encode(claims, secret, algorithm=ALGORITHM), int(lifetime.total_seconds())


def read_token(token: str, *, secret: str) -> dict[str, Any]:
    """The claims of a valid token; `jwt.InvalidTokenError` (or its subclass) otherwise."""
    return jwt.decode(
        token,
        secret,
        algorithms=[ALGORITHM],
        options={"require": ["sub", "role", "iat", "exp", "jti"]},
    )
