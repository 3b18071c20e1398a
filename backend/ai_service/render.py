"""Checked claims as Markdown, with the text of every claim escaped."""

from collections.abc import Sequence

from ai_service.schemas import SECTIONS, Claim, Confidence, SectionName, Source, Verdict
from ai_service.text import escape_markdown

_VERDICTS: dict[Verdict, str] = {
    "sign": "Sign",
    "monitor": "Monitor",
    "reject": "Reject",
    "insufficient_evidence": "Insufficient evidence",
}
_LISTS = frozenset({"strengths", "weaknesses", "risks"})


def render(
    claims: Sequence[Claim],
    *,
    verdict: Verdict,
    confidence: Confidence,
    source: Source,
    model: str,
) -> str:
    """The checked claims under their headings, ending with a line break.

    The first line names the writer, the last counts the checked claims.
    """
    standing = [claim for claim in claims if claim.status == "checked"]
    blocks = [_first_line(source, model)]
    for section in SECTIONS:
        texts = [escape_markdown(claim.text) for claim in standing if claim.section == section]
        lead = (
            f"**{_VERDICTS[verdict]}.** Confidence: {confidence}."
            if (section == "recommendation")
            else ""
        )
        blocks += [f"## {section.capitalize()}", _body(section, texts, lead=lead)]
    blocks.append(f"*{len(standing)} of {len(claims)} claims checked.*")
    return "\n\n".join(blocks) + "\n"


def _first_line(source: Source, model: str) -> str:
    if source == "simulated":
        return "*Simulated report: made by the built-in writer, without a language model.*"
    return f"*Written by the language model {escape_markdown(model)}, each claim checked by code.*"


def _body(section: SectionName, texts: list[str], *, lead: str) -> str:
    if section in _LISTS:
        return "\n".join(f"- {text}" for text in texts) or "None on record."
    return " ".join([lead, *texts] if lead else texts) or "Nothing on record."
