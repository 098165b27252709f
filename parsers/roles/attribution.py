"""Who says so: the source of a claim, across the parts of its sentence, and the outlets a report leans on."""

from collections.abc import Sequence
from functools import cache

from claims.claim import Attribution, AttributionKind
from parsers.lexicon import table, words
from parsers.roles.predicates import Clauses, Predicate
from parsers.text.tokens import Token

_LISTS = table("attribution")
SAYS = words(_LISTS["says"])
_PLAIN = words(_LISTS["plain"])
_UNNAMED = words(_LISTS["unnamed"])
_GAUGES = _LISTS["gauges"]
_GAUGED = frozenset(_LISTS["gauged"].split())
_DEATHS = frozenset("death deaths fatality fatalities victim dead".split())  # "a sixth death put the toll at six"
_REACH = 12  # words behind "put" within which "the toll at" stands
_LEANS = frozenset(["according", "citing", "quoting", "reported"])
_TELLS = frozenset(["tell", "confirm", "say", "report", "speak", "disclose", "inform"])


def read(clauses: Clauses, source: str) -> Attribution | None:
    """Who is given as the source of a sentence: "…, officials said", else "according to"."""
    return _beside(clauses, source, None) or _according(clauses, source) or _gauging(clauses, source)


def of(clauses: Clauses, source: str, number: int, sentence: Attribution | None) -> Attribution | None:
    """Who is given as the source of a predicate: who tells it, else the source of the whole ``sentence``."""
    outer = clauses.predicates[number].within
    while outer is not None:
        teller = clauses.predicates[outer]
        if teller.lemma in SAYS and teller.subject is not None:
            return _attribution(clauses, source, teller.subject, teller)
        outer = teller.within
    if sentence is not None and _tells(clauses, clauses.predicates[number]):
        return _beside(clauses, source, clauses.predicates[number])
    return sentence


def speaker(clauses: Clauses) -> range | None:
    """Whoever the sentence says it of: the subject of its last reporting verb."""
    teller = _teller(clauses, None)
    return _speaker(clauses, teller) if teller is not None else None


def _teller(clauses: Clauses, told: Predicate | None) -> Predicate | None:
    """The last reporting verb of the sentence that is not ``told`` itself."""
    return next((p for p in reversed(clauses.predicates) if p is not told and _tells(clauses, p)), None)


def _beside(clauses: Clauses, source: str, told: Predicate | None) -> Attribution | None:
    teller = _teller(clauses, told)
    who = _speaker(clauses, teller) if teller is not None else None
    return None if teller is None or who is None else _attribution(clauses, source, who, teller)


def cites(clauses: Clauses) -> frozenset[str]:
    """The outlets and agencies whose reports a sentence leans on, by canonical name."""
    found = set()
    for predicate in clauses.predicates:
        if predicate.lemma in SAYS and predicate.subject is not None:
            found.add(_outlet_in(clauses.tokens, predicate.subject))
        if predicate.lemma in _TELLS:
            end = min(predicate.words.stop + 5, len(clauses.tokens))
            found.add(_outlet_in(clauses.tokens, range(predicate.words.stop, end)))
    for at, token in enumerate(clauses.tokens):
        if token.lower in _LEANS:
            found.add(_outlet_in(clauses.tokens, range(at + 1, min(at + 8, len(clauses.tokens)))))
    return frozenset(name for name in found if name)


def _tells(clauses: Clauses, predicate: Predicate) -> bool:
    """A reporting verb that stands beside what it reports: "…, officials said", "CNN reported: …"."""
    if predicate.lemma not in _PLAIN or predicate.subject is None or predicate.passive or predicate.within is not None:
        return False
    if predicate.factuality.denies:
        return False
    head = clauses.phrases.head(_speaker(clauses, predicate) or predicate.subject)
    return clauses.letters[head] in "NPR"


def _speaker(clauses: Clauses, teller: Predicate) -> range | None:
    """Whoever tells: the subject, which stands behind its verb in "…, said Ana Ruiz, head of the agency"."""
    behind, letters = teller.object, clauses.letters
    if behind is None or teller.at == 0 or behind.start != teller.at + 1:
        return teller.subject
    parted = letters[teller.at - 1] == "," and letters[behind.stop : behind.stop + 1] in ("", ",", ".", "-")
    return behind if parted else teller.subject


def _attribution(clauses: Clauses, source: str, who: range, teller: Predicate) -> Attribution:
    cue = clauses.tokens[teller.at].text
    return Attribution(clauses.text(source, who), cue, _kind(clauses, who))


def _according(clauses: Clauses, source: str) -> Attribution | None:
    for at, token in enumerate(clauses.tokens[:-2]):
        if token.lower == "according" and clauses.tokens[at + 1].lower == "to":
            who = clauses.phrases.starting_at(at + 2)
            if who is not None:
                return Attribution(clauses.text(source, who), "according to", _kind(clauses, who))
    return None


def _gauging(clauses: Clauses, source: str) -> Attribution | None:
    """ "The rescue service put the toll at 28": whose count it is."""
    for predicate in clauses.predicates:
        end = _GAUGES.get(predicate.lemma)
        if end is None or predicate.subject is None or predicate.passive:
            continue
        behind = [token.lower for token in clauses.tokens[predicate.words.start : predicate.words.stop + _REACH]]
        itself = clauses.tokens[clauses.phrases.head(predicate.subject)].lower in _DEATHS
        if behind.count(end) == 1 and not itself and not _GAUGED.isdisjoint(behind[: behind.index(end)]):
            verb = next((word for word in behind if word.startswith(predicate.lemma[:2])), predicate.lemma)
            return Attribution(clauses.text(source, predicate.subject), verb, _kind(clauses, predicate.subject))
    return None


def _kind(clauses: Clauses, who: range) -> AttributionKind:
    if _outlet_in(clauses.tokens, who):
        return AttributionKind.OUTLET
    head = clauses.phrases.head(who)
    if clauses.tokens[head].lower in _UNNAMED or clauses.letters[head] == "R":
        return AttributionKind.UNNAMED
    return AttributionKind.NAMED


def _outlet_in(tokens: Sequence[Token], where: range) -> str | None:
    for at in where:
        for spelled, key in _outlets().get(tokens[at].text.removesuffix("'s").removesuffix("’s"), ()):
            if tuple(t.text.removesuffix("'s").removesuffix("’s") for t in tokens[at : at + len(spelled)]) == spelled:
                return key
    return None


@cache
def _outlets() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for key, names in _LISTS["outlets"].items():
        for name in names:
            spelled = tuple(name.split(" "))
            found.setdefault(spelled[0], []).append((spelled, key))
    return found
