"""`make eval` on a small part of the fictional sample, and the reader it checks reports with."""

import pytest

from ai_service.report import Case
from evaluation import checks, fairness, hostile, mutants, style, truth
from evaluation.database import Imported, data_set, imported
from evaluation.raw import Person
from evaluation.truth import Subject

PLAYERS, SEED = 150, 1

pytestmark = pytest.mark.timeout(300)


@pytest.fixture(scope="module")
def data() -> Imported:
    """The sample in a database of its own."""
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("DATASET_DIR", raising=False)
        return imported(data_set()[1])


@pytest.fixture(scope="module")
def subjects(data: Imported) -> list[Subject]:
    """Players with claims of each type, today or eight months later, when the data is old."""
    later = data.later(months=8)
    return truth.of_every_type([
        *truth.subjects(data, data.draw(PLAYERS, seed=SEED), seed=SEED),
        *truth.subjects(later, later.draw(PLAYERS // 2, seed=SEED + 1), seed=SEED),
    ])  # fmt: skip


def test_every_claim_in_every_phrasing_is_true(subjects: list[Subject]) -> None:
    read = truth.read(subjects)
    assert read.false == []
    assert read.unchecked == []
    assert len(read.claims) > 100


def test_every_seeded_bug_is_noticed(subjects: list[Subject]) -> None:
    assert mutants.uncaught(subjects) == []


def test_random_plans_and_hostile_inputs_change_no_claim(subjects: list[Subject]) -> None:
    cases = [Case.of(subject.dossier) for subject in subjects[:10]]
    assert hostile.faults_of_plans(cases, 200) == []
    assert hostile.faults_of_inputs(subject.dossier for subject in subjects[:40]) == []


def test_foreign_words_are_noticed(subjects: list[Subject]) -> None:
    case = Case.of(subjects[0].dossier)
    content = hostile.by_built_in(case).content
    content.sections[0].paragraphs[0][0].text += " Sign him today."
    assert hostile.foreign_words(content, case)


def test_names_do_not_matter_and_the_worst_are_not_recommended(subjects: list[Subject]) -> None:
    dossiers = [subject.dossier for subject in subjects]
    assert fairness.faults_of_names(dossiers[:40]) == []
    count, recommended = fairness.faults_of_the_worst(dossiers)
    assert count > 20
    assert recommended == []


def test_reports_keep_the_limits_of_style(subjects: list[Subject]) -> None:
    measured = style.measure(subject.dossier for subject in subjects)
    assert [str(item) for item in measured if not item.is_kept] == []


@pytest.mark.parametrize(
    ("text", "about", "is_false", "left"),
    [
        ("scored {goals} goals in 2024/25", "totals", False, None),
        ("scored {more} goals in 2024/25", "totals", True, None),
        ("scored {goals} goals in 2023/24", "totals", True, None),
        ("scored {goals} goals in 2024/25 and won seven medals", "totals", False, "seven"),
        ("scored {goals} goals in 2024/25 for Northern Rovers", "totals", False, "Northern"),
        ("scored {goals} goals in 2024/25", "unheard_of", False, "no checker of unheard_of"),
    ],
)
def test_the_reader_notices_what_is_false_and_what_it_cannot_check(
    data: Imported, text: str, about: str, is_false: bool, left: str | None
) -> None:
    season = data.raw.table("transfermarkt", "2024/25")
    before = data.raw.table("transfermarkt", "2023/24")["goals"]
    both = season[(season["goals"] > 10) & season.index.isin(before.index)]
    id_ = next(id_ for id_ in both.index if before[id_] != both.at[id_, "goals"])
    person, goals = Person(data.raw, id_), int(both.at[id_, "goals"])
    shown = f"{person.name} {text}.".format(goals=goals, more=goals + 1)
    wrong, unchecked = checks.check(
        shown, checks.Case(person), checks.About(about, "", "transfermarkt", "2024/25", "say")
    )
    assert bool(wrong) is is_false
    assert unchecked == left
