#!/bin/sh
# How the backend's container starts: check the settings, migrate and seed the database
# (scripts/seed_data.py), then run the command. The worker waits for a healthy backend instead.
set -eu

umask 077
python -m scripts.preflight
exec sh scripts/watched.sh http://127.0.0.1:8000/health "$@"
