"""Protects the lettering of sentences: which words are verbs, names and nouns, by what stands around them."""

import pytest

from parsers.roles.tags import tag
from parsers.text.tokens import tokenize


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("The army will not ask the Guard for help.", "DNMXVDPFN."),
        ("Officials request more plans.", "PVDN."),
        ("The request was denied.", "DNBE."),
        ("US troops left in May.", "PNYFP."),
        ("Nor did she plan it.", "CORVR."),
        ("She'd bought the farm that burned.", "HEDNWY."),
        ("Police arrested 12 people, officials said.", "PY#N,NY."),
        ("Storm kills 12, leaves thousands without power", "PV#,VNFN"),
        ("Apple's chief has not decided whether to close the plant.", "KNHXESTVDN."),
    ],
)
def test_each_word_has_its_letter(text: str, letters: str) -> None:
    assert tag(tokenize(text)) == letters
