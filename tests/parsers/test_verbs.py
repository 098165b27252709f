"""Protects the verb table: which words can be verbs, and of which verb they are a form."""

import pytest

from parsers.text.verbs import Form, inflections, verb


@pytest.mark.parametrize(
    ("word", "lemma", "form"),
    [
        ("found", "find", Form.PAST | Form.PARTICIPLE),
        ("saw", "see", Form.PAST),
        ("deploys", "deploy", Form.THIRD),
        ("shut", "shut", Form.BASE | Form.PAST | Form.PARTICIPLE),
        ("burned", "burn", Form.PAST | Form.PARTICIPLE),
        ("apprehending", "apprehend", Form.GERUND),
        ("federalized", "federalize", Form.PAST | Form.PARTICIPLE),
    ],
)
def test_forms(word: str, lemma: str, form: Form) -> None:
    known = verb(word)
    assert known is not None
    assert (known.lemma, known.form) == (lemma, form)


@pytest.mark.parametrize("word", ["not", "than", "green", "governor", "", "é", "20"])
def test_what_is_never_a_verb(word: str) -> None:
    assert verb(word) is None


def test_nouns_that_can_be_verbs_say_so() -> None:
    flags = [(v.nominal, v.seldom) for w in ("request", "police", "deny") if (v := verb(w))]
    assert flags == [(True, False), (True, True), (False, False)]


def test_inflections_follow_the_rule_where_the_table_ends() -> None:
    assert inflections("lay") == ("lay", "laid", "laid", "laying", "lays")
    assert inflections("zorb") == ("zorb", "zorbed", "zorbed", "zorbing", "zorbs")
