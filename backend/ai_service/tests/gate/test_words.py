"""The word lists: each word has one meaning, and no list contains praise."""

from pathlib import Path

import pytest

from ai_service.gate import phrases, reading, vocabulary
from ai_service.gate.names import Names
from ai_service.tests.dossiers import striker


def _words(name: str) -> list[str]:
    lines = Path(vocabulary.__file__).with_name(name).read_text(encoding="utf-8").splitlines()
    kept = [line for line in lines if not line.startswith("#")]
    return [word for line in kept for word in line.partition(":")[2].split() or line.split()]


def test_a_plain_word_is_no_topic_no_phrase_and_no_joint() -> None:
    for word in _words("words.txt"):
        assert vocabulary.topic(word) is None, word
        assert not reading.is_structural(word), word
        assert not phrases.is_phrase(word), word


def test_a_topic_is_no_phrase() -> None:
    assert [word for word in _words("topics.txt") if phrases.is_phrase(word)] == []


@pytest.mark.parametrize("name", ["words.txt", "topics.txt"])
def test_no_word_is_listed_twice(name: str) -> None:
    words = _words(name)
    assert sorted({word for word in words if words.count(word) > 1}) == []


_CLAIMS = """excellent good poor great talented promising strong weak quick clinical consistent
reliable regular injured fit confident loyal captain won will become soon popular best worst leader
technique tackle header pressing formation"""


@pytest.mark.parametrize("word", _CLAIMS.split())
def test_no_praise_no_style_no_forecast(word: str) -> None:
    assert not vocabulary.is_plain(word)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("Zorblatt scored.", "“Zorblatt” says something that no evidence can show"),
        ("He plays for Zorblatt.", "“Zorblatt” is not a name in the evidence"),
        ("He is goal-shy.", "“goal-shy” says something that no evidence can show"),
        ("He is on the Record.", "“Record” is written like a name, and is none of the record"),
        ("He scored = 24.", "“=” does not belong in a report"),
    ],
)
def test_what_is_not_understood_is_named(text: str, problem: str) -> None:
    assert problem in reading.read(text, Names(striker())).problems
