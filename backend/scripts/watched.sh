#!/bin/sh
# How a container runs its command: beside a watchdog that kills it when it hangs, which ends the
# container, and Docker restarts it. PID 1 must be Docker's init (`init: true`), as the kernel
# protects PID 1. Usage: watched.sh <health check's URL, or worker> <command ...>
set -eu

umask 077
python "$(dirname "$0")/watchdog.py" "$1" &
shift
exec "$@"
