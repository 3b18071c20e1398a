"""The Celery application: what the worker runs and the backend sends to."""

from pathlib import Path

from celery import Celery
from celery.signals import setup_logging

from football_player_service.app.logs import configure_logging
from football_player_service.app.settings import get_settings

_APP = Path(__file__).parent
# Longer than the second for which the worker's blocking read waits.
BROKER_SECONDS = 2.0

celery = Celery(
    "football_player_service",
    broker=get_settings().redis,
    backend=get_settings().redis,
    # The jobs of every slice.
    include=[f"{__package__}.{path.parent.name}.jobs" for path in _APP.glob("*/jobs.py")],
)
celery.conf.update(
    # A message is removed when its job is done; a claim makes a second delivery harmless.
    task_acks_late=True,
    task_reject_on_worker_lost=True,
    worker_prefetch_multiplier=1,
    task_ignore_result=True,  # the tasks table keeps results
    result_expires=3600,
    broker_transport_options={
        # Longer than any job, so that Redis does not deliver a long one twice. The jobs of a killed
        # worker come back sooner, by the sweep of the tasks table.
        "visibility_timeout": 600,
        "socket_connect_timeout": BROKER_SECONDS,
        "socket_timeout": BROKER_SECONDS,
        # Of a connection in use; whoever sends a task does not wait for Redis to come back.
        "max_retries": 0,
    },
    broker_connection_timeout=BROKER_SECONDS,
    broker_connection_retry_on_startup=True,
    redis_socket_connect_timeout=BROKER_SECONDS,
    redis_socket_timeout=BROKER_SECONDS,
    task_publish_retry=False,  # the sweep sends again what could not be sent
    worker_cancel_long_running_tasks_on_connection_loss=True,
    worker_hijack_root_logger=False,
    task_serializer="json",
    accept_content=["json"],
)


def _configure_logging(**_: object) -> None:
    configure_logging()


setup_logging.connect(_configure_logging)
