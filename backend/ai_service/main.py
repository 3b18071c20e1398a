"""The HTTP surface: `POST /generate` and `GET /health`."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager, nullcontext
from dataclasses import dataclass
from typing import Literal

from fastapi import FastAPI

from ai_service import __version__, logs, problems, prompt, report, settings, writer
from ai_service.body_limit import limit_body
from ai_service.gate import Review
from ai_service.quota import Quota
from ai_service.schemas import Dossier, Health, Report, Source, Usage
from ai_service.settings import Provider, Settings

# The dossier of a career of twenty-five full seasons takes about a quarter of this.
MAX_BODY_BYTES = 1024 * 1024


@dataclass(frozen=True)
class Desk:
    """The writer that is active, and what is said about it."""

    kind: Literal["built-in"] | Provider
    source: Source
    model: str
    prompt_version: str
    write: Callable[[Dossier], Awaitable[tuple[Review, Usage]]]
    connections: AbstractAsyncContextManager[object]  # held open while the application runs


def create_app(given: Settings | None = None) -> FastAPI:
    """The application. The settings say whose model writes, or that the built-in writer does."""
    chosen = given or settings.load()
    logs.configure()
    desk = _model(chosen, chosen.provider) if chosen.provider else _built_in()

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
    async def generate(dossier: Dossier) -> Report:
        reviewed, usage = await desk.write(dossier)
        return report.finished(
            dossier,
            reviewed,
            source=desk.source,
            model=desk.model,
            prompt_version=desk.prompt_version,
            usage=usage,
        )

    return app


def _built_in() -> Desk:
    nothing = Usage(requests=0, input_tokens=None, output_tokens=None, cost_usd=None)

    async def write(dossier: Dossier) -> tuple[Review, Usage]:
        return report.by_built_in(dossier), nothing

    return Desk("built-in", "simulated", writer.NAME, writer.PROMPT_VERSION, write, nullcontext())


def _model(chosen: Settings, provider: Provider) -> Desk:
    # pydantic-ai takes seconds to import, which nobody without a model should wait for.
    from ai_service import conversation, providers  # noqa: PLC0415

    client = conversation.make_client(chosen)
    agent = conversation.make_agent(chosen, providers.make_model(chosen, provider, client))
    quota = Quota(chosen.rate_limits)

    async def write(dossier: Dossier) -> tuple[Review, Usage]:
        talk = conversation.Conversation(agent, quota)
        return await report.by_model(dossier, ask=talk.ask), talk.usage

    name = providers.model_name(chosen, provider)
    return Desk(provider, provider, name, prompt.PROMPT_VERSION, write, client)


app = create_app()
