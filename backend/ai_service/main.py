"""The HTTP application: `POST /generate` and `GET /health`."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager, nullcontext
from dataclasses import dataclass
from typing import Annotated, Literal

from fastapi import FastAPI
from pydantic import Discriminator, Tag

from ai_service import (
    __version__,
    apidocs,
    logs,
    planner,
    problems,
    prompt,
    render,
    report,
    settings,
)
from ai_service.middleware import BodyLimit, SecurityHeaders
from ai_service.plain import PlainPlayer
from ai_service.quota import Quota
from ai_service.report import Case, Planned
from ai_service.schemas import Dossier, Health, Report, Source, Usage
from ai_service.settings import Provider, Settings

# The largest dossier the backend sends takes most of this.
MAX_BODY_BYTES = 1024 * 1024
# The worker sends from the same machine or network.
BODY_SECONDS = 10.0


def _kind(body: object) -> str:
    return "dossier" if isinstance(body, dict) and "evidence" in body else "player"


_Body = Annotated[
    Annotated[Dossier, Tag("dossier")] | Annotated[PlainPlayer, Tag("player")],
    Discriminator(_kind),
]


@dataclass(frozen=True)
class Author:
    """Who plans reports: the built-in planner or a model."""

    kind: Literal["built-in"] | Provider
    source: Source
    model: str
    prompt_version: str
    plan: Callable[[Case], Awaitable[tuple[Planned, Usage]]]
    connections: AbstractAsyncContextManager[object]  # open while the application runs


def create_app(given: Settings | None = None) -> FastAPI:
    """The application, with a model or the built-in planner as the settings choose."""
    chosen = given or settings.load()
    logs.configure()
    active = _model(chosen, chosen.provider) if chosen.provider else _built_in()

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        async with active.connections:
            yield

    app = FastAPI(
        title="AI service",
        version=__version__,
        lifespan=lifespan,
        docs_url=None,
        redoc_url=None,
        openapi_url="/openapi.json" if chosen.shows_docs else None,
    )
    if chosen.shows_docs:
        apidocs.install(app)
    problems.install(app)
    # The last one added is the first a request meets.
    app.add_middleware(BodyLimit, max_bytes=MAX_BODY_BYTES, seconds=BODY_SECONDS)
    app.add_middleware(SecurityHeaders)

    @app.head("/health", include_in_schema=False)
    @app.get("/health")
    async def health() -> Health:
        return Health(
            status="ok",
            version=__version__,
            writer=active.kind,
            model=active.model,
            prompt_version=active.prompt_version,
        )

    @app.post("/generate", responses=problems.RESPONSES)
    async def generate(body: _Body) -> Report:
        case = Case.of(body if isinstance(body, Dossier) else body.dossier())
        planned, usage = await active.plan(case)
        return report.finished(
            case,
            planned,
            source=active.source,
            model=active.model,
            prompt_version=active.prompt_version,
            usage=usage,
        )

    return app


def _built_in() -> Author:
    nothing = Usage(requests=0, input_tokens=None, output_tokens=None, cost_usd=None)

    async def plan(case: Case) -> tuple[Planned, Usage]:
        return report.by_built_in(case), nothing

    return Author("built-in", "simulated", planner.NAME, render.VERSION, plan, nullcontext())


def _model(chosen: Settings, provider: Provider) -> Author:
    # Importing pydantic-ai takes seconds, which a service without a model need not spend.
    from ai_service import conversation, providers  # noqa: PLC0415

    client = conversation.make_client(chosen)
    agent = conversation.make_agent(chosen, providers.make_model(chosen, provider, client))
    quota = Quota(chosen.rate_limits)

    async def plan(case: Case) -> tuple[Planned, Usage]:
        talk: conversation.Conversation | None = None

        def start(ids: list[str]) -> report.Ask:
            nonlocal talk
            talk = conversation.Conversation(agent, quota, ids)
            return talk.ask

        planned = await report.by_model(case, start)
        assert talk is not None
        return planned, talk.usage

    name = providers.model_name(chosen, provider)
    return Author(provider, provider, name, prompt.PROMPT_VERSION, plan, client)


app = create_app()
