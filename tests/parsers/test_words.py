"""Protects the dictionary: base forms, and which words are common; and that it is what its script writes."""

import pytest

from parsers.lexicon import make_lemmas, make_verbs
from parsers.text.words import base, common


@pytest.mark.parametrize(
    ("word", "lemma"),
    [
        ("collapses", "collapse"),
        ("men", "man"),
        ("feet", "foot"),
        ("killed", "kill"),
        ("quake", "quake"),
        ("zorbs", "zorbs"),
        ("killed ", "killed "),
        ("", ""),
    ],
)
def test_base_forms(word: str, lemma: str) -> None:
    assert base(word) == lemma


@pytest.mark.parametrize(
    ("word", "is_common"),
    [
        ("quake", True),
        ("the", True),
        ("year-old", True),
        ("twenty-six", True),
        ("ryan", False),
        ("zorb", False),
        ("", False),
        ("é", False),
    ],
)
def test_common_words_are_in_the_dictionary(word: str, is_common: bool) -> None:
    assert common(word) is is_common


@pytest.mark.slow
def test_the_dictionary_is_what_lemminflect_says() -> None:
    lines = make_lemmas.OUT.read_text(encoding="utf-8").splitlines()
    assert lines == list(make_lemmas.lemma_lines())
    assert lines == sorted(lines, key=lambda line: line.split(" ")[0])
    assert lines == sorted(lines)  # as it is searched


@pytest.mark.slow
def test_the_verbs_are_what_lemminflect_says() -> None:
    assert make_verbs.OUT.read_text(encoding="utf-8").splitlines() == list(make_verbs.verb_lines())
