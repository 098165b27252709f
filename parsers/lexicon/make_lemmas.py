"""Writes lemmas.txt from lemminflect's tables, so that reading starts in milliseconds and needs no numpy.

One word a line, in the order of their characters: every form that is in the dictionary as anything but a name, and
its base form where that is another. Run as ``python -m parsers.lexicon.make_lemmas`` with the development
dependencies installed. The tables are those of the NIH SPECIALIST lexicon (lemminflect, MIT).
"""

import gzip
from collections.abc import Iterator
from pathlib import Path

OUT = Path(__file__).with_name("lemmas.txt")
_KINDS = ("VERB", "NOUN", "ADJ", "ADV")  # whose base form wins where a word is several


def forms() -> Iterator[str]:
    """Every word, as lemminflect ships them; names have a capital."""
    import lemminflect

    folder = Path(lemminflect.__file__).parent / "resources"
    with gzip.open(folder / "lemma_lu.csv.gz", "rt", encoding="utf-8") as lines:
        yield from (line.split(",")[0] for line in lines)
    with (folder / "lemma_overrides.csv").open(encoding="utf-8") as lines:
        yield from (line.split(",")[0] for line in lines)


def base(lemmas: dict[str, tuple[str, ...]], word: str) -> str:
    """The base form of a word: the shortest spelling of its first kind."""
    kind = next((kind for kind in _KINDS if lemmas.get(kind)), None)
    return min(lemmas[kind], key=len) if kind else word


def lemma_lines() -> Iterator[str]:
    """The lines of lemmas.txt."""
    from lemminflect import getAllLemmas

    for word in sorted({form for form in forms() if form.islower() and not set(form) & set(" \n#")}):
        lemmas = getAllLemmas(word)
        if set(lemmas) - {"PROPN"}:
            found = base(lemmas, word)
            yield word if found == word else f"{word} {found}"


if __name__ == "__main__":
    OUT.write_text("\n".join(lemma_lines()) + "\n", encoding="utf-8")
