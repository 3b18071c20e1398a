"""docker-compose.yml and the Dockerfiles, compared with the code: no Docker is needed."""

import importlib
import re
import shlex
from pathlib import Path
from typing import Any

import pytest
import yaml

from ai_service.settings import Settings as AiSettings
from football_player_service.app.main import app as api
from football_player_service.app.settings import BACKEND_DIR, PROJECT_DIR, Settings

COMPOSE: dict[str, Any] = yaml.safe_load((PROJECT_DIR / "docker-compose.yml").read_text())
SERVICES: dict[str, dict[str, Any]] = COMPOSE["services"]
BUILT = [name for name, service in SERVICES.items() if "build" in service]
PYTHON = ["backend", "worker", "ai-service"]


def build_context(name: str) -> Path:
    """The folder that a service is built from."""
    return PROJECT_DIR / str(SERVICES[name]["build"]["context"])


def dockerfile(name: str) -> str:
    """The Dockerfile of a service."""
    build = SERVICES[name]["build"]
    return (build_context(name) / str(build.get("dockerfile", "Dockerfile"))).read_text()


def exec_form(text: str, instruction: str) -> list[str]:
    """The last `CMD [...]` or `ENTRYPOINT [...]`."""
    found = re.findall(rf"^{instruction} (\[.*\])$", text, re.MULTILINE)
    words: list[str] = yaml.safe_load(found[-1])
    return words


def test_the_five_services_of_the_spec() -> None:
    assert set(SERVICES) == {"backend", "frontend", "worker", "ai-service", "redis"}


def test_every_service_restarts_and_has_a_health_check() -> None:
    for name, service in SERVICES.items():
        assert service["restart"] == "unless-stopped", name
        assert service["healthcheck"]["test"], name


@pytest.mark.parametrize(
    ("name", "watched"),
    [
        ("backend", "http://127.0.0.1:8000/health"),
        ("ai-service", "http://127.0.0.1:8000/health"),
        ("worker", "worker"),
    ],
)
def test_a_process_that_hangs_is_killed(name: str, watched: str) -> None:
    # The kernel protects PID 1 from signals of its own container.
    assert SERVICES[name]["init"] is True
    entrypoint = SERVICES[name].get("entrypoint") or exec_form(dockerfile(name), "ENTRYPOINT")
    if name == "backend":
        assert entrypoint == ["sh", "scripts/entrypoint.sh"]
        *_, last = (BACKEND_DIR / "scripts" / "entrypoint.sh").read_text().splitlines()
        entrypoint = shlex.split(last)[1:]
    assert [entrypoint[0], Path(entrypoint[1]).name, entrypoint[2]] == ["sh", "watched.sh", watched]
    assert (BACKEND_DIR / "scripts" / "watched.sh").is_file()
    assert "WATCHDOG_SECONDS" in SERVICES[name]["environment"]


def test_a_stopping_worker_may_finish_its_jobs() -> None:
    minutes = int(SERVICES["worker"]["stop_grace_period"].removesuffix("m"))
    assert minutes * 60 >= 2 * Settings.model_fields["ai_service_timeout_seconds"].default


@pytest.mark.parametrize(
    ("name", "setting", "published", "inside"),
    [
        ("backend", "API_PORT", 8000, 8000),
        ("frontend", "WEB_PORT", 3000, 3000),
        ("ai-service", "AI_PORT", 8001, 8000),
        ("redis", "REDIS_PORT", 6379, 6379),
    ],
)
def test_ports_are_those_of_the_spec(name: str, setting: str, published: int, inside: int) -> None:
    (port,) = SERVICES[name]["ports"]
    # Without a setting nothing is published beyond this machine.
    address = "${HOST:-127.0.0.1}" if name in {"backend", "frontend"} else "127.0.0.1"
    assert port == f"{address}:${{{setting}:-{published}}}:{inside}"
    assert Settings.model_fields[setting.lower()].default == published


def test_the_backend_knows_where_it_is_published() -> None:
    # It refuses to be published with the public default key (scripts/preflight.py).
    assert SERVICES["backend"]["environment"]["HOST"] == "${HOST:-127.0.0.1}"
    assert SERVICES["backend"]["environment"]["SECRET_KEY"] == "${SECRET_KEY:-}"


def test_workers_can_be_scaled() -> None:
    assert "ports" not in SERVICES["worker"]
    assert "container_name" not in SERVICES["worker"]


def test_who_waits_for_whom() -> None:
    waits = {name: set(service.get("depends_on", {})) for name, service in SERVICES.items()}
    assert waits == {
        "redis": set(),
        "ai-service": set(),
        "backend": {"redis", "ai-service"},
        "worker": {"backend"},
        "frontend": {"backend"},
    }
    for service in SERVICES.values():
        for condition in service.get("depends_on", {}).values():
            assert condition == {"condition": "service_healthy"}


@pytest.mark.parametrize("name", PYTHON)
def test_variables_are_settings(name: str) -> None:
    known = set(AiSettings.model_fields) if name == "ai-service" else set(Settings.model_fields)
    known.add("watchdog_seconds")  # read by scripts/watchdog.py in every image
    for variable in SERVICES[name]["environment"]:
        assert variable.lower() in known, f"{name} has no setting {variable}"


def test_keys_of_models_reach_only_the_ai_service() -> None:
    for name, service in SERVICES.items():
        keys = [v for v in service.get("environment", {}) if v.endswith("API_KEY")]
        assert bool(keys) == (name == "ai-service"), name


def test_every_variable_of_the_file_is_in_the_example() -> None:
    text = (PROJECT_DIR / "docker-compose.yml").read_text()
    asked = set(re.findall(r"\$\{(\w+):-", text)) - {"BUILD_TARGET"}
    example = (PROJECT_DIR / ".env.example").read_text()
    assert asked <= set(re.findall(r"^(\w+)=", example, re.MULTILINE))


def test_the_example_lists_every_setting_with_a_comment() -> None:
    example = (PROJECT_DIR / ".env.example").read_text()
    listed = dict(re.findall(r"^(\w+)=(.*)$", example, re.MULTILINE))
    fields = Settings.model_fields | AiSettings.model_fields
    assert {name.lower() for name in listed} == set(fields)
    for name, value in listed.items():
        default = Settings.model_fields.get(name.lower(), fields[name.lower()]).default
        if value:
            shown = default.get_secret_value() if hasattr(default, "get_secret_value") else default
            shown = ",".join(shown) if isinstance(shown, list) else shown
            assert value == str(shown) or float(value) == float(shown), name


@pytest.mark.parametrize("name", PYTHON)
def test_commands_name_real_applications(name: str) -> None:
    command = SERVICES[name].get("command") or exec_form(dockerfile(name), "CMD")
    words = shlex.split(command[-1]) if command[0] == "sh" else command
    words = words[1:] if words[0] == "exec" else words
    assert words[0] in {"uvicorn", "celery"}
    target = words[words.index("--app") + 1] if words[0] == "celery" else words[1]
    module, _, attribute = target.partition(":")
    loaded = importlib.import_module(module)
    assert hasattr(loaded, attribute or "celery")


def test_health_checks_ask_for_routes_that_exist() -> None:
    paths = {getattr(route, "path", "") for route in api.router.routes}
    assert "/health" in str(api.openapi()["paths"]) or "/health" in paths
    for name in ("backend", "ai-service"):
        assert "http://127.0.0.1:8000/health" in str(SERVICES[name]["healthcheck"]["test"])
        assert "EXPOSE 8000" in dockerfile(name)


@pytest.mark.parametrize("name", BUILT)
def test_images_do_not_run_as_root(name: str) -> None:
    users = re.findall(r"^(?:USER (\S+)|FROM (\S*unprivileged\S*))", dockerfile(name), re.MULTILINE)
    assert users, f"{name} runs as root"


@pytest.mark.parametrize("name", PYTHON)
def test_images_hold_no_development_tools(name: str) -> None:
    before_test = dockerfile(name).split("AS test")[0]
    syncs = re.findall(r"uv sync .*", before_test)
    assert syncs
    assert all("--no-default-groups" in sync and "--group" not in sync for sync in syncs)


def test_the_ai_image_contains_no_tests() -> None:
    text = dockerfile("ai-service")
    source, runtime, test = (text.split(f"AS {stage}\n")[1].split("FROM")[0] for stage in STAGES)
    assert "RUN rm -r ai_service/tests" in source
    assert "COPY --chown=app --from=source /app/ai_service ai_service" in runtime
    assert "COPY --chown=app ai_service " not in runtime
    assert "COPY --chown=app ai_service/tests ai_service/tests" in test
    # As in `docker compose exec ai-service pytest test_main.py -v`.
    assert test.rstrip().endswith("WORKDIR /app/ai_service/tests")
    assert (BACKEND_DIR / "ai_service" / "tests" / "test_main.py").is_file()


STAGES = ("source", "runtime", "test")


@pytest.mark.parametrize("name", BUILT)
def test_copied_paths_exist(name: str) -> None:
    for line in re.findall(r"^COPY (?!.*--from)(.*)$", dockerfile(name), re.MULTILINE):
        *sources, _target = [word for word in line.split() if not word.startswith("--")]
        for source in sources:
            assert source == "." or list(build_context(name).glob(source)), f"{name}: {source}"


def test_volumes_and_mounts() -> None:
    assert set(COMPOSE["volumes"]) == {"data", "redis"}
    for name in ("backend", "worker"):
        mounts = SERVICES[name]["volumes"]
        assert mounts[0] == "data:/data"
        assert SERVICES[name]["environment"]["DATA_DIR"] == "/data"
        host, inside, _ = mounts[1].split(":")
        assert (PROJECT_DIR / host).is_dir()
        assert inside == f"/app/{Path(host).relative_to('backend')}"


def test_only_the_backend_migrates_and_seeds_before_it_serves() -> None:
    script = (BACKEND_DIR / "scripts" / "entrypoint.sh").read_text()
    assert "python -m scripts.preflight" in script  # tests/test_preflight.py runs it
    assert '"$@"' in script.splitlines()[-1]
    assert "entrypoint.sh" not in str(SERVICES["worker"]["entrypoint"])


def test_files_in_the_containers_are_private() -> None:
    assert "-m 0700 /data" in dockerfile("backend")
    for script in ("entrypoint.sh", "watched.sh"):
        assert "umask 077" in (BACKEND_DIR / "scripts" / script).read_text()


def test_only_the_frontend_may_forward_addresses() -> None:
    address = SERVICES["frontend"]["networks"]["default"]["ipv4_address"]
    assert address in SERVICES["backend"]["environment"]["TRUSTED_PROXIES"]
    (subnet,) = COMPOSE["networks"]["default"]["ipam"]["config"]
    assert address.rsplit(".", 1)[0] == subnet["subnet"].rsplit(".", 1)[0]
