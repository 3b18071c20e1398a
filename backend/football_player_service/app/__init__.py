"""The backend of the scouting desk: an HTTP API and a Celery worker over one database."""

__version__ = "0.1.0"
