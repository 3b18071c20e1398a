#!/bin/sh
# How the backend's container starts: the newest schema, the first players, then the command.
# The worker has another entrypoint: it waits for a healthy backend and migrates nothing.
set -eu

alembic upgrade head
python scripts/seed_data.py
exec "$@"
