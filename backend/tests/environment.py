"""Isolated settings, set when this module is first imported: before the service is.

No test reads the user's data, `.env`, ports or variables. A module of its own, because pytest may
load `conftest.py` a second time under another name.
"""

import os
import tempfile
from pathlib import Path

os.environ["ENV_FILE"] = os.devnull

from ai_service.settings import Settings as AiSettings
from football_player_service.app.settings import Settings

# Every process of a parallel run has a folder, ports and servers of its own.
FOLDER = Path(tempfile.mkdtemp(prefix="football-player-service-tests-"))
_UNUSED_PORT = "1"  # nothing listens there: a test that means to reach a service names its port

for _name in Settings.model_fields | AiSettings.model_fields:
    os.environ.pop(_name.upper(), None)
os.environ |= {
    "ENVIRONMENT": "test",
    "DATA_DIR": str(FOLDER),
    "SECRET_KEY": "a-secret-of-the-tests-long-enough-for-hs256",
    "ADMIN_PASSWORD": "admin123",
    "RATE_LIMIT": "1000000/minute",
    "TASK_SWEEP_SECONDS": "3600",  # tests call sweep() themselves
    **{f"{service}_PORT": _UNUSED_PORT for service in ("API", "AI", "WEB", "REDIS")},
}
