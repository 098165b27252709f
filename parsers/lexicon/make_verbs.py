"""Writes verbs.txt from lemminflect's tables, so that reading starts in milliseconds and needs no numpy.

One verb a line: base, past, participle, gerund, third person; alternatives with a slash; a star after a
form that can also be a noun or an adjective. Run as ``python -m parsers.lexicon.make_verbs`` with the
development dependencies installed. The tables are those of the NIH SPECIALIST lexicon (lemminflect, MIT).
"""

import gzip
from collections.abc import Iterator
from pathlib import Path

OUT = Path(__file__).with_name("verbs.txt")
_DEFECTIVE = ("beware", "joyride", "wrought")  # without all five forms


def rows() -> Iterator[list[str]]:
    """Lemma, word class and forms, as lemminflect ships them."""
    import lemminflect

    table = Path(lemminflect.__file__).parent / "resources" / "infl_lu.csv.gz"
    with gzip.open(table, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield line.rstrip("\n").split(",")


def nominal_forms() -> frozenset[str]:
    """All forms that can be a noun or an adjective."""
    found = set()
    for lemma, kind, *forms in rows():
        if kind in ("noun", "adj"):
            found.add(lemma)
            found.update(form for cell in forms for form in cell.split("/") if form)
    return frozenset(found)


def verb_lines() -> Iterator[str]:
    """The lines of verbs.txt, in alphabetical order; the participle is filled in where it is the past."""
    nominal = nominal_forms()
    for lemma, kind, *forms in rows():
        if kind == "verb" and lemma.isalpha() and lemma.islower() and lemma not in _DEFECTIVE:
            past, participle, gerund, third = (forms + [""] * 4)[:4]
            cells = [lemma, past, participle or past, gerund, third]
            yield " ".join(
                "/".join(f + "*" * (f in nominal) for f in cell.split("/") if " " not in f) for cell in cells
            )


if __name__ == "__main__":
    OUT.write_text("\n".join(verb_lines()) + "\n", encoding="utf-8")
