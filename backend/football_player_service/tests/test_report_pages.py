"""The pages of a report built from claims: what is on which, and where pages break."""

import io
import re
from collections.abc import Iterable
from datetime import date, timedelta
from itertools import pairwise, takewhile
from typing import Any

import orjson
import pytest
import typst
from fastapi.testclient import TestClient
from pypdf import PdfReader

from football_player_service.app.ai_client import Content
from football_player_service.app.scouting.exports import pdf
from football_player_service.app.scouting.exports.pizza import pizza
from football_player_service.app.scouting.exports.ranked_metrics import ranked_season
from football_player_service.app.scouting.exports.season_table import season_tables
from football_player_service.app.scouting.exports.statistics_table import percentile_table
from football_player_service.app.scouting.schemas import (
    BriefOut,
    Cohort,
    Dossier,
    Evidence,
    MetricWords,
)
from football_player_service.tests import careers
from football_player_service.tests.reports import content, fact, striker, whole, write

_HEADINGS = {
    "Brief", "Evidence", "Key facts", "Market value", "Method", "More facts",
    "Sources and reference",
}  # fmt: skip
_GOALS = "season.2025.goals_per_90"


def export(client: TestClient, report: Any) -> bytes:
    """The file."""
    answer = client.get(f"/reports/{report}/export?format=pdf")
    assert answer.status_code == 200, answer.text
    return answer.content


def pages(file: bytes) -> list[list[str]]:
    """The lines of each page but for its footer."""
    texts = [page.extract_text() for page in PdfReader(io.BytesIO(file)).pages]
    lines = [[line.strip() for line in text.splitlines() if line.strip()] for text in texts]
    return [[line for line in page if not _is_footer(line)] for page in lines]


def _is_footer(line: str) -> bool:
    return bool(re.match(r"Page \d+ of \d+$|.* · report \w{8}, evidence \w{8}", line))


def joined(lines: list[str]) -> str:
    """The text without spaces, so that line breaks do not matter."""
    return re.sub(r"[\s\u200b\u2060]", "", "".join(lines))


def section(name: str, title: str, *texts: str) -> dict[str, Any]:
    """A section with one paragraph of sentences about the goals."""
    sentences = [{"text": text, "claims": ["goals"], "evidence": [_GOALS]} for text in texts]
    return {"name": name, "title": title, "paragraphs": [sentences]}


def sections(length: int = 2) -> list[dict[str, Any]]:
    """Five sections with so many sentences each."""
    titles = {
        "summary": "Summary", "strengths": "Strengths", "weaknesses": "Weaknesses",
        "market": "Market and risk", "recommendation": "Recommendation",
    }  # fmt: skip
    return [
        section(
            name,
            title,
            *[f"Fictional sentence {n} of the {name} says a little." for n in range(length)],
        )
        for name, title in titles.items()
    ]


def test_the_answer_is_on_page_one_and_the_evidence_after_it(client: TestClient) -> None:
    scorer = fact("goals", "Scored 0.70 goals per 90.", _GOALS, f"{_GOALS}.position")
    left_out = fact("age", "He is twenty-four, which is left out.", "age", used=False)
    items = [
        {"label": "Budget", "result": "partly_met", "text": "A little over €40m",
         "claim": "budget", "evidence": ["value.now"]},
        {"label": "Age", "result": "met", "text": "24 years old", "claim": "brief.age",
         "evidence": ["age"]},
    ]  # fmt: skip
    in_the_brief = fact("brief.age", "Twenty-four fits the brief.", "age", used=False)
    method = {"text": "Percentiles compare attackers.", "claims": [], "evidence": []}
    written = content(
        scorer, left_out, in_the_brief, sections=sections(), brief=items, method=[method]
    )
    report = write(
        striker(), content=orjson.dumps(written).decode(), verdict="sign",
        brief=BriefOut(budget=40_000_000, question="Can he head a ball?"),
    )  # fmt: skip
    file = export(client, report)
    assert file == export(client, report), "not the same bytes for the same report"
    first, second, *_ = (joined(page) for page in pages(file))
    for words in (
        "Ivo Testarossa", "Centre-Forward · Heronmoor Rovers · Granit Liga (Norway) · 24 years",
        "Follow up", "Confidence: Medium", "A fictional headline.",
        "Scored 0.70 goals per 90.[1][2]",
        "Planned by the built-in planner, without a language model.",
        "Budget Partly met A little over €40m[3]", "Age Met 24 years old[4]",
        "Question: Can he head a ball?", "Percentiles, Transfermarkt 2025/26", "98", "Goals/90",
        "Percentiles vs 31 attackers, 2025/26, 900+ minutes.", "Market value", "€45m",
        "Contract until 30 Jun 2027", "Latest transfer from Bonkekolk, 12 Aug 2024, €9.5m",
        *(title for title in ("Summary", "Strengths", "Weaknesses", "Market and risk")),
        "Fictional sentence 1 of the recommendation says a little.",
    ):  # fmt: skip
        assert words.replace(" ", "") in first, words
    record = whole(report)
    for words in (
        "Seasons", "2025/26 38 3,105 24", "Percentiles compare attackers.", "More facts",
        "which is left out", "Evidence", "98th percentile", "refers to the rows it is based on",
        f"Reference report {str(report)[:8]}, evidence {record.dossier_hash[:8]}",
    ):  # fmt: skip
        assert words.replace(" ", "") in second, words
    for words in (
        record.dossier_hash,
        str(report),
        "claims checked",
        "Cut claims",
        "fits the brief",
    ):
        assert words.replace(" ", "") not in first + second


@pytest.mark.parametrize(
    ("source", "author"),
    [
        ("simulated", "Planned by the built-in planner, without a language model."),
        ("gemini", "Planned by the language model a-model (Gemini)."),
    ],
)
def test_the_author_of_the_plan_is_named(client: TestClient, source: str, author: str) -> None:
    report = write(careers.player(), fact("club", "A club."), source=source, model="a-model")
    assert author in " ".join(pages(export(client, report))[0])


def test_an_empty_record_is_one_page(client: TestClient) -> None:
    nothing = fact("nothing", "Only the name is known.")
    report = write(
        careers.player(full_name="Nemo Nobody"), nothing, verdict="insufficient_evidence"
    )
    (page,) = pages(export(client, report))
    assert {"Nemo Nobody", "Sources and reference"} <= set(page)
    for absent in ("Market value", "Percentiles", "Seasons", "Evidence", "Brief", "More facts"):
        assert absent not in page


def test_an_outdated_report_lists_the_changes(signed_in: TestClient) -> None:
    player = striker()
    report = write(player, fact("value", "Worth €45m.", "value.now"))
    signed_in.patch(f"/players/{player}", json={"market_value": 40_000_000})
    first = " ".join(pages(export(signed_in, report))[0])
    assert "Out of date: cited evidence has changed. Market value: €45m → €40m." in first


@pytest.mark.parametrize("name", ["#sys.inputs", "*bold* _it_", "$x^2$ `raw`", "x" * 100, "王小明"])
def test_texts_are_no_markup(client: TestClient, name: str) -> None:
    player = careers.player(full_name=name, current_team=name)
    told = fact("club", f"{name} is a player.", "club"), fact("age", f"Of {name}.", used=False)
    report = write(player, *told)
    text = joined([line for page in pages(export(client, report)) for line in page])
    if name.isascii():
        assert text.count(name.replace(" ", "")) >= 4


def test_characters_without_a_font_are_transliterated(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the bundled fonts only; the symbols of the charts are among them."""
    fonts = typst.Fonts(include_system_fonts=False, font_paths=[pdf.FONTS])
    monkeypatch.setattr(pdf, "_fonts", lambda: fonts)
    player = striker()
    report = write(player, fact("value", "王小明 is worth €45m.", "value.now"))
    first = pages(export(client, report))[0]
    assert any("WangXiaoMing is worth €45m." in line for line in first)
    assert "Yellow/90 ↓" in first


def test_charts_have_text_alternatives(client: TestClient) -> None:
    report = write(striker(), fact("value", "Worth €45m.", "value.now"))
    reader: Any = PdfReader(io.BytesIO(export(client, report)))
    objects = [reader.get_object(number) for number in range(1, int(reader.trailer["/Size"]))]
    texts = [str(one["/Alt"]) for one in objects if isinstance(one, dict) and "/Alt" in one]
    assert [text.partition(":")[0] for text in texts if "Goals per 90 98th" in text] == [
        "Percentiles, Transfermarkt 2025/26, vs 31 attackers, 2025/26, 900+ minutes"
    ]
    assert any(text.startswith("Market value: €12m on 5 Jun 2024") for text in texts)
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
@pytest.mark.usefixtures("database")
def test_no_line_is_alone_on_a_page() -> None:
    """Page breaks in different places, with everything that a report can have."""
    player = striker()
    years = range(2000, 2022)
    for year in years:
        careers.season(player, year, games=30, minutes=2_000, goals=year - 1990)
    days = [date(2016, 1, 1) + timedelta(days=90 * number) for number in range(30)]
    careers.valuations(player, {str(day): 1_000_000 for day in days})
    stored = whole(write(player, fact("value", "Worth €45m.", "value.now")))
    breaks = 0
    for length in range(6, 90, 4):
        report = stored.model_copy(update={"content": long_content(length, years)})
        first, *others = pages(pdf.export(report, valuations=[]))
        assert "Fictional sentence 1 of the recommendation says a little." in joined_words(first)
        assert others[0][0].startswith("Seasons")
        for page, following in pairwise(others):
            breaks += 1
            where = f"{length}: {page[-6:]} / {following[:6]}"
            heading = max(number for number, line in enumerate(page) if is_heading(line))
            before = page[heading + 1 :]
            after = list(takewhile(lambda line: not is_heading(line), following))
            assert before, f"a heading ends a page, {where}"
            if after:
                in_table = after[0].startswith("Evidence Value")
                # A note and the names of the columns are lines as well.
                assert len(before) >= (4 if in_table else 2), where
                assert len(after) >= (4 if in_table else 2), where
    assert breaks > 15


def long_content(length: int, years: Iterable[int]) -> Content:
    """So many facts that are left out, and half as many pieces of evidence."""
    cited = [f"season.{year}.{name}" for year in years for name in ("goals", "goals_per_90")]
    stated = [fact(id, f"Fictional {id}.", id) for id in cited[: length // 2]]
    left_out = [
        fact(
            f"left.{n}", f"Fictional fact {n} is left out" + " of the report" * (n % 5), used=False
        )
        | {"topic": f"topic_{n % 3}"}
        for n in range(length)
    ]
    written = content(*stated, *left_out, sections=sections())
    every = {"text": "All of it.", "claims": [], "evidence": cited[: length // 2]}
    written["sections"][0]["paragraphs"] = [[every]]
    return Content.model_validate(written)


def is_heading(line: str) -> bool:
    """Whether a line is a heading of page two or later."""
    return line in _HEADINGS or bool(re.match(r"(Seasons|Statistics), |Topic \d$", line))


def joined_words(lines: list[str]) -> str:
    """The text on one line, without references to the evidence."""
    return re.sub(r"\s*\[[\d–]+\]", "", " ".join(lines).replace("\u2060", ""))


# Of charts and tables: a fictional dossier of two providers.
_COHORT = Cohort(
    definition="attackers with at least 900 minutes in 2025/26", scope="position",
    position="Attack", league=None, period="2025/26", size=31, left_out=2,
)  # fmt: skip


def words(group: str, short: str, better: str = "higher", *, headline: bool = False) -> MetricWords:
    """A fictional metric."""
    return MetricWords(
        label=short, short_label=short, group=group, unit="", better=better,
        decimals=2, singular=short, plural=short, verb="made", headline=headline,
    )  # fmt: skip


METRICS = {
    "games": words("playing_time", "Games", headline=True),
    **{f"shot_{n}": words("shooting", f"Shot {n}") for n in range(6)},
    "goals": words("shooting", "Goals", headline=True),
    **{f"pass_{n}": words("passing", f"Pass {n}") for n in range(6)},
    "fouls": words("discipline", "Fouls", "lower"),
    "subs": words("playing_time", "Subs", "neither"),
}


def season(prefix: str, provider: str, period: str, *names: str) -> list[Evidence]:
    """The figures of a season with their percentiles: 90 each, of the last one among 20 players."""
    found = []
    for name in names:
        metric = name.removesuffix("_per_90")
        label = f"{metric.capitalize()}, {period}"
        unit = "per 90" if name != metric else "index"
        cohort = _COHORT.model_copy(
            update={"period": period, "size": 20 if name == names[-1] else 31}
        )
        common = {
            "period": period,
            "as_of": None,
            "note": None,
            "metric": metric,
            "provider": provider,
        }
        found += [
            Evidence(id=f"{prefix}.{name}", label=label, value=0.125, unit=unit, source="seasons",
                     cohort=None, **common),
            Evidence(id=f"{prefix}.{name}.position", label=f"{label}: percentile by position",
                     value=90.0, unit="percentile", source="computed", cohort=cohort, **common),
        ]  # fmt: skip
    return found


def dossier(*evidence: Evidence) -> Dossier:
    """A dossier of two fictional providers."""
    return Dossier(
        player="Ivo Testarossa", as_of=careers.DAY, evidence=list(evidence), metrics=METRICS,
        providers={"granit": "Granit Data", "basalt": "Basalt"},
    )  # fmt: skip


def test_a_pizza_has_the_latest_season_by_group() -> None:
    names = [f"{name}_per_90" if name != "games" else name for name in METRICS]
    latest = season("season.2025", "granit", "2025/26", *names)
    other = season("basalt.year.2025", "basalt", "2025", *names)
    replaced = season("replaced.season.2026", "granit", "2026/27", *names)
    player = dossier(
        *other, *replaced, *latest, *season("season.2024", "granit", "2024/25", *names)
    )
    chart = pizza(player, ranked_season(player))
    assert chart is not None
    assert [[slice.label for slice in group] for group in chart.groups] == [
        [*(f"Shot {number}/90" for number in range(6)), "Goals/90"],
        ["Pass 0/90", "Pass 1/90", "Pass 2/90"],
        ["Fouls/90"],
        ["Games"],
    ]
    assert chart.season == "Granit Data 2025/26"
    fouls = chart.groups[2][0]
    assert (fouls.lower_is_better, fouls.text, fouls.heat) == (True, "90", 1)
    assert chart.groups[3][0].heat == 5
    assert chart.notes == [
        "Percentiles vs 31 attackers, 2025/26, 900+ minutes.",
        "Clockwise from the top: shooting, passing, discipline, playing time.",
    ]
    assert "Goals 90th" in chart.alt


def test_a_pizza_names_smaller_cohorts_and_needs_three_metrics() -> None:
    few = dossier(*season("season.2025", "granit", "2025/26", "games", "subs", "goals_per_90"))
    assert pizza(few, ranked_season(few)) is None
    player = dossier(
        *season("season.2025", "granit", "2025/26", "games", "shot_0_per_90", "fouls_per_90")
    )
    chart = pizza(player, ranked_season(player))
    assert chart is not None
    assert "Fewer players: Fouls/90 vs 20." in chart.notes


def test_another_provider_with_a_later_season_has_the_chart() -> None:
    player = dossier(
        *season("season.2020", "granit", "2020/21", "games", "goals_per_90", "fouls_per_90"),
        *season("basalt.year.2025", "basalt", "2025", "games", "goals_per_90", "fouls_per_90"),
    )
    ranked = ranked_season(player)
    assert ranked is not None
    assert (ranked.provider, ranked.period) == ("Basalt", "2025")
    assert percentile_table(player, ranked)[:2] == [
        ["2025", "Figure", "Percentile"],
        ["Games", "0.13", "90th"],
    ]


def test_each_provider_has_its_table_of_seasons() -> None:
    player = dossier(
        *season("basalt.year.2025", "basalt", "2025", "games"),
        *season("season.2024", "granit", "2024/25", "games"),
        *season("season.2025", "granit", "2025/26", "games"),
        *season("replaced.season.2025", "granit", "2025/26", "games"),
    )
    tables = season_tables(player)
    assert [(table.provider, [row[0] for row in table.rows]) for table in tables] == [
        ("Granit Data", ["Season", "2025/26", "2024/25", "Total"]),
        ("Basalt", ["Year", "2025"]),
    ]
