"""A plan as a report: sentences with their claims and evidence, and the same as Markdown."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from importlib import import_module
from itertools import chain
from types import ModuleType
from typing import Any

from ai_service.claims.brief import result
from ai_service.claims.facts import Facts, Season
from ai_service.claims.model import Claim, Claims, cohort_of
from ai_service.claims.weighing import by_weight, reasons
from ai_service.language.phrases import Context, NotApplicable, Said, fill, variants
from ai_service.plan import Plan, PlannedSentence, stated
from ai_service.schemas import (
    SECTIONS,
    Answer,
    BriefItem,
    Confidence,
    Content,
    Fact,
    Section,
    Sentence,
    Source,
    Verdict,
)
from ai_service.text import escape_markdown

VERSION = "claims-1"
LANGUAGE = "en"


@dataclass
class _Writer:
    """Renders sentences one after the other, as what was said before matters."""

    facts: Facts
    claims: Claims
    seed: str
    language: ModuleType
    code: str  # of the language
    subject: Any
    said: Said = field(default_factory=Said)
    last: str = ""  # the words the sentence before began with

    @classmethod
    def of(cls, facts: Facts, claims: Claims, *, seed: str, language: str) -> "_Writer":
        module = import_module(f"ai_service.language.{language}")
        return cls(facts, claims, seed, module, language, _subject(facts, module))

    def new_paragraph(self) -> None:
        self.said = Said()
        self.subject.new_paragraph()

    def sentence(self, planned: PlannedSentence) -> Sentence:
        """A planned sentence; the first of its wordings that does not begin like the last one."""
        found = [self.claims[id_] for id_ in planned.claims]
        wordings = self._wordings(found, planned)
        first = next(wordings)
        text, said, subject = next(
            (w for w in chain([first], wordings) if _opening(w[0]) != self.last), first
        )
        self.said, self.subject, self.last = said, subject, _opening(text)
        if any(claim.type.startswith("replace.") for claim in found):
            self.subject.new_paragraph()  # "he" could be the other player
        evidence = tuple(dict.fromkeys(id_ for claim in found for id_ in claim.evidence))
        return Sentence(text=text, claims=list(planned.claims), evidence=list(evidence))

    def _wordings(
        self, found: Sequence[Claim], planned: PlannedSentence
    ) -> Iterator[tuple[str, Said, Any]]:
        for turn in range(6):
            said, subject = replace(self.said, bands=set()), replace(self.subject)
            clauses = []
            for claim, form in zip(found, _forms(found, planned), strict=True):
                text, said = self._clause(claim, said, form=form, turn=turn)
                clauses.append(text)
            clause = self.language.join(clauses, planned.relation)
            yield self.language.sentence(subject.resolve(clause), planned.lead), said, subject

    def _clause(self, claim: Claim, said: Said, *, form: str, turn: int = 0) -> tuple[str, Said]:
        """A claim in a phrase that fits, and what has been said with it."""
        phrases = variants(self.code, claim.type, form) or variants(self.code, claim.type, "say")
        start = int(hashlib.sha256(f"{self.seed} {claim.id}".encode()).hexdigest(), 16)
        for number in range(len(phrases)):
            now = said.copy()
            text = self.filled(phrases[(start + turn + number) % len(phrases)], claim, now)
            if text is not None:
                return text, now
        for phrase in phrases:
            text = self.filled(phrase, claim, Said())  # as if nothing had been said
            if text is not None:
                return text, said
        raise AssertionError(f"no phrase of {claim.type} fits {claim.args}")

    def filled(self, phrase: str, claim: Claim, said: Said) -> str | None:
        """The clause, added to what was `said`; None if the phrase does not fit."""
        context = Context(claim, self.facts.words, self.facts.provider, said)
        try:
            return fill(phrase, context, formats=self.language.FORMATS)
        except NotApplicable:
            return None

    def alone(self, clause: str) -> str:
        """A clause as a sentence that stands apart from the report."""
        subject = _subject(self.facts, self.language)
        subject.named = True
        text: str = self.language.sentence(subject.resolve(clause))
        return text

    def short(self, claim: Claim, form: str = "short") -> str:
        """A claim on its own, without the player as a subject where the phrase allows it."""
        clause, _ = self._clause(claim, Said(), form=form)
        return self.alone(clause).removesuffix(".")


def render(
    facts: Facts, claims: Claims, plan: Plan, *, repairs: Sequence[str], verdict: Verdict,
    seed: str, language: str = LANGUAGE,
) -> Content:  # fmt: skip
    """The report of a valid plan. `seed` chooses the wording."""
    writer = _Writer.of(facts, claims, seed=seed, language=language)
    answer_reasons = [
        Sentence(text=_reason(writer, claim), claims=[claim.id], evidence=list(claim.evidence))
        for claim in reasons(claims, verdict)
    ]
    sections = []
    for name in SECTIONS:
        writer.new_paragraph()
        sentences = [writer.sentence(planned) for planned in plan.sections.of(name)]
        title = writer.language.SECTION_TITLES[name]
        sections.append(
            Section(name=name, title=title, paragraphs=[sentences] if sentences else [])
        )
    used = set(stated(plan))
    return Content(
        language=language,
        versions={"claims": VERSION},
        answer=Answer(
            title=writer.language.TITLES[verdict],
            headline=_headline(writer, plan, verdict),
            reasons=answer_reasons,
        ),
        sections=sections,
        brief=list(_brief(writer)),
        method=[
            Sentence(text=text, claims=[], evidence=[]) for text in _method(writer, plan)
        ],
        facts=[
            Fact(id=claim.id, type=claim.type, topic=claim.topic, polarity=claim.polarity,
                 text=writer.short(claim), evidence=list(claim.evidence), used=claim.id in used)
            for claim in by_weight(claims.values())
            if claim.topic != "advice" or claim.id in used
        ],
        plan=plan.model_dump(),
        repairs=list(repairs),
    )  # fmt: skip


def markdown(content: Content, *, source: Source, model: str, confidence: Confidence) -> str:
    """The report as Markdown, with the text of every sentence escaped."""
    language = import_module(f"ai_service.language.{content.language}")
    simulated = source == "simulated"
    first = language.SIMULATED if simulated else language.BY_MODEL.format(model=model)
    answer = content.answer
    blocks = [
        f"*{escape_markdown(first)}*",
        f"**{answer.title}.** {escape_markdown(answer.headline)}. "
        f"{language.CONFIDENCE[confidence]}.",
        "\n".join(f"- {escape_markdown(reason.text)}" for reason in answer.reasons),
    ]
    for section in content.sections:
        texts = [
            " ".join(escape_markdown(s.text) for s in paragraph) for paragraph in section.paragraphs
        ]
        blocks += [f"## {section.title}", *(texts or [language.EMPTY])]
    if content.brief:
        blocks.append(f"## {language.BRIEF_TITLE}")
        blocks.append("\n".join(
            f"- {escape_markdown(item.label)}: {language.RESULTS[item.result]} "
            f"({escape_markdown(item.text)})" for item in content.brief
        ))  # fmt: skip
    if content.method:
        blocks.append(f"## {language.METHOD_TITLE}")
        blocks.append(" ".join(escape_markdown(s.text) for s in content.method))
    return "\n\n".join(block for block in blocks if block) + "\n"


def wordings(facts: Facts, claims: Claims, claim: Claim) -> Iterator[tuple[str, str]]:
    """Every phrasing of a claim, as form and sentence; those that do not fit are left out."""
    writer = _Writer.of(facts, claims, seed="", language=LANGUAGE)
    for form in ("say", "merged", "detail", "short", "tag"):
        for phrase in variants(writer.code, claim.type, form):
            clause = writer.filled(phrase, claim, Said())
            if clause is not None:
                yield form, writer.alone(clause)


def short(facts: Facts, claims: Claims, claim: Claim) -> str:
    """A claim on its own, in few words."""
    return _Writer.of(facts, claims, seed="", language=LANGUAGE).short(claim)


def _forms(found: Sequence[Claim], planned: PlannedSentence) -> list[str]:
    """The form of each clause: whole, or as what follows another."""
    if planned.relation in ("which", "compare"):
        return ["say", "detail"]
    one_season = len({cohort_of(claim) for claim in found}) == 1
    ranks = all(claim.type.startswith("rank.") for claim in found)
    if planned.relation == "and" and one_season and ranks:
        return ["merged" for _ in found]
    return ["say" for _ in found]


def _subject(facts: Facts, language: ModuleType) -> Any:
    age = facts.number("age")
    return language.Subject(
        facts.dossier.player, facts.dossier.pronoun, int(age) if age else None, facts.position_name
    )


def _opening(text: str) -> str:
    return " ".join(text.split()[:1]).casefold()


def _headline(writer: _Writer, plan: Plan, verdict: Verdict) -> str:
    found = [writer.claims[id_] for id_ in plan.headline]
    found = [claim for claim in found if variants(writer.code, claim.type, "tag")]
    if found:
        tags = [writer.short(claim, "tag") for claim in found]
        contrast = found[0].polarity == "for"
        text: str = writer.language.headline(tags, contrast=contrast)
        return text
    facts = writer.facts
    name: str = writer.language.no_headline(verdict, facts.dossier.player, facts.position_name)
    return name


def _brief(writer: _Writer) -> Iterator[BriefItem]:
    for claim in writer.claims.values():
        if not claim.type.startswith("brief."):
            continue
        yield BriefItem(
            label=_item_label(writer, claim), result=result(claim), text=writer.short(claim),
            claim=claim.id, evidence=list(claim.evidence),
        )  # fmt: skip


def _item_label(writer: _Writer, claim: Claim) -> str:
    labels: dict[str, str] = writer.language.BRIEF_LABELS
    words = writer.facts.words(claim.about).label
    found: str = labels.get(claim.id.split(".")[1]) or writer.language.metric_label(
        words, claim.args["floor"]
    )
    return found


def _reason(writer: _Writer, claim: Claim) -> str:
    """A claim in few words; an item of the brief after its label."""
    text = writer.short(claim)
    is_item = claim.type.startswith("brief.")
    return f"{_item_label(writer, claim)}: {text}" if is_item else text


def _method(writer: _Writer, plan: Plan) -> list[str]:
    facts, used = writer.facts, [writer.claims[id_] for id_ in stated(plan)]
    ranked = [c for c in used if "cohort" in c.args and "size" in c.args and "provider" in c.args]
    cohorts: dict[tuple[str, str, str], int] = {}
    for claim in ranked:
        key = facts.provider(claim.args["provider"]), claim.args["period"], claim.args["cohort"]
        cohorts[key] = max(cohorts.get(key, 0), claim.args["size"])
    ids = {id_ for claim in used for id_ in claim.evidence}
    sources: dict[tuple[str, bool, date | None], list[Season]] = {}
    for season in reversed(facts.seasons):
        items = [*season.values.values(), *season.rates.values()]
        if any(item.id in ids for item in items):
            sources.setdefault((season.provider, season.is_year, season.as_of), []).append(season)
    found: list[str] = writer.language.method(
        [(*key, size) for key, size in cohorts.items()],
        [
            (facts.provider(provider), found[0].period, found[-1].period, day)
            for (provider, _, day), found in sources.items()
        ],
    )
    return found
