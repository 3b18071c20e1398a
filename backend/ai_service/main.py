"""The HTTP surface: `POST /generate` and `GET /health`."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager, nullcontext
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

from fastapi import FastAPI

from ai_service import __version__, logs, problems, prompt, writer
from ai_service.body_limit import limit_body
from ai_service.quota import Quota
from ai_service.render import render
from ai_service.schemas import GenerateRequest, Health, Player, Report, Sections, Source
from ai_service.settings import Settings

MAX_BODY_BYTES = 256 * 1024


@dataclass(frozen=True)
class Desk:
    """The writer that is active, and what is said about it."""

    kind: Literal["built-in", "gemini"]
    source: Source
    model: str
    prompt_version: str
    write: Callable[[Player], Awaitable[Sections]]
    connections: AbstractAsyncContextManager[object]  # held open while the application runs


def create_app(settings: Settings | None = None) -> FastAPI:
    """The application. With a Gemini key the model writes, without one the built-in writer."""
    settings = settings or Settings()
    logs.configure()
    desk = _gemini(settings) if settings.gemini_api_key else _built_in()

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        async with desk.connections:
            yield

    app = FastAPI(title="AI service", version=__version__, lifespan=lifespan)
    app.add_middleware(limit_body, max_bytes=MAX_BODY_BYTES)
    problems.install(app)

    @app.get("/health")
    async def health() -> Health:
        return Health(
            status="ok",
            version=__version__,
            writer=desk.kind,
            model=desk.model,
            prompt_version=desk.prompt_version,
        )

    @app.post("/generate", responses=problems.RESPONSES)
    async def generate(request: GenerateRequest) -> Report:
        sections = await desk.write(request.player)
        return Report(
            report=render(sections, source=desk.source, model=desk.model),
            source=desk.source,
            model=desk.model,
            prompt_version=desk.prompt_version,
            sections=sections,
            generated_at=datetime.now(UTC),
        )

    return app


def _built_in() -> Desk:
    async def write(player: Player) -> Sections:
        return writer.write(player)

    return Desk("built-in", "simulated", writer.NAME, writer.PROMPT_VERSION, write, nullcontext())


def _gemini(settings: Settings) -> Desk:
    # The SDK takes seconds to import, which nobody without a key should wait for.
    from ai_service import gemini  # noqa: PLC0415

    client = gemini.make_client(settings)
    agent = gemini.make_agent(settings, client)
    quota = Quota(settings.rate_limits)

    async def write(player: Player) -> Sections:
        quota.take()
        return await gemini.write(agent, player)

    return Desk("gemini", "gemini", settings.gemini_model, prompt.PROMPT_VERSION, write, client)


app = create_app()
