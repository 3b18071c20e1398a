"""The Celery application: what the worker runs and the backend sends to."""

from pathlib import Path

from celery import Celery
from celery.signals import setup_logging

from football_player_service.app.logs import configure_logging
from football_player_service.app.settings import get_settings

_APP = Path(__file__).parent

celery = Celery(
    "football_player_service",
    broker=get_settings().redis,
    backend=get_settings().redis,
    # The jobs of every slice.
    include=[f"{__package__}.{path.parent.name}.jobs" for path in _APP.glob("*/jobs.py")],
)
celery.conf.update(
    # A message is gone only when its job is done; a claim makes a second delivery harmless.
    task_acks_late=True,
    task_reject_on_worker_lost=True,
    worker_prefetch_multiplier=1,
    task_ignore_result=True,  # the tasks table keeps results
    result_expires=3600,
    # Longer than any job, so that Redis does not hand a long one out twice. What a killed
    # worker held comes back sooner, by the sweep of the tasks table.
    broker_transport_options={"visibility_timeout": 600, "socket_connect_timeout": 2},
    broker_connection_retry_on_startup=True,
    task_publish_retry=False,  # the sweep sends again what could not be sent
    worker_cancel_long_running_tasks_on_connection_loss=True,
    worker_hijack_root_logger=False,
    task_serializer="json",
    accept_content=["json"],
)


@setup_logging.connect  # type: ignore[untyped-decorator]
def _our_logging(**_: object) -> None:
    configure_logging()
