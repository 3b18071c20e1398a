"""Sections as Markdown. Every word of a section is shown as it is: none of it is markup."""

from ai_service.schemas import Sections, Source, Verdict
from ai_service.text import escape_markdown

_VERDICTS: dict[Verdict, str] = {
    "sign": "Sign",
    "monitor": "Monitor",
    "reject": "Reject",
    "insufficient_evidence": "Insufficient evidence",
}

# A profile shows no strengths of play: the built-in writer says what its points are instead.
_LEADS: dict[Source, tuple[str, str]] = {
    "simulated": (
        "Points for, from the profile only:\n\n",
        "Points against or to clear up, from the profile only:\n\n",
    ),
    "gemini": ("", ""),
}


def render(sections: Sections, *, source: Source, model: str) -> str:
    """The report as Markdown, ending with a line break. Its first line says who wrote it."""
    advice = sections.recommendation
    blocks = [
        _first_line(source, model),
        "## Summary",
        escape_markdown(sections.summary),
        "## Strengths",
        _points(sections.strengths, lead=_LEADS[source][0]),
        "## Weaknesses",
        _points(sections.weaknesses, lead=_LEADS[source][1]),
        "## Recommendation",
        f"**{_VERDICTS[advice.verdict]}.** {escape_markdown(advice.reason)}",
    ]
    return "\n\n".join(blocks) + "\n"


def _first_line(source: Source, model: str) -> str:
    if source == "simulated":
        return "*Simulated report: made by the built-in writer, without a language model.*"
    return f"*Written by the language model {escape_markdown(model)} from the player's profile.*"


def _points(points: list[str], *, lead: str) -> str:
    if not points:
        return "None: the profile gives nothing to name here."
    return lead + "\n".join(f"- {escape_markdown(point)}" for point in points)
