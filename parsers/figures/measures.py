"""Measures: what a figure with a unit measures ("a 6.1-magnitude quake", "sales of $4.7 billion")."""

from claims.quantity import Quantity
from claims.term import Term
from parsers.figures import rates
from parsers.figures.counted import phrase_after
from parsers.figures.money import paid_in, spent, thing_of
from parsers.figures.scene import Scene
from parsers.figures.staff import STAFF
from parsers.lexicon import table, words
from parsers.text.counted_nouns import CountedNouns
from parsers.text.verbs import Form, verb
from parsers.text.words import STOP, base

_LISTS = table("figures")
_PASSED = STOP | words(_LISTS["links"]) | words(_LISTS["level"]) | words(table("words")["small_change"])
_PREPOSITIONS = words(_LISTS["prepositions"])
_DETERMINERS = words(_LISTS["determiners"])
_STAFF = frozenset(map(base, words(_LISTS["shares"]["staff"])))
_HOLDERS = words(_LISTS["shares"]["holders"])
_LENGTHS = {word: key for key, listed in _LISTS["lengths"].items() for word in words(listed)}
_AUXILIARIES = frozenset("was were is are had has have been be being then still".split())
_OPENS = frozenset(("that", "", "and", "when", "because", "as"))
_WEIGHS = frozenset(("weighs", "weighed", "weighing", "weigh"))
_WHICH = frozenset(("which", "that", "who", ",", "was", "is"))
# "People born abroad make up 13 percent" tells of people.
_MAKES_UP = words(_LISTS["shares"]["makes_up"])
_NOUNS_IN_LY = frozenset(table("function_words")["not_adverbs"]["words"])
# A temperature or a time is known by its action alone.
_BARE = frozenset({"temperature", "time"})


def measured(scene: Scene, quantity: Quantity, first: int, last: int, nouns: CountedNouns) -> Term | None:
    """What the quantity at tokens ``first`` to ``last`` measures."""
    dimension = quantity.unit.dimension if quantity.unit else ""
    if dimension == "magnitude" and any(scene.word(at).startswith("aftershock") for at in range(first - 4, last + 2)):
        return Term("aftershock", "aftershock", "aftershock")
    if dimension in ("magnitude", "age"):
        return Term(dimension, dimension, dimension)
    if dimension in _BARE:
        return None
    if dimension == "length":
        return _length(scene, quantity, first, last)
    if dimension.startswith("money"):
        told = None if paid_in(scene, last) else _object(scene, last, nouns)
        return thing_of(scene, first, last, told, nouns) or told or _bought(scene, first, last, nouns)
    if dimension == "speed":
        return _mover(scene, first) or _subject(scene, first)  # "winds of 120 mph", "the train was going at 80 km/h"
    if dimension == "mass" and scene.word(first - 1) in _WEIGHS:
        return _weighed(scene, first)
    if dimension in ("percent", "share"):
        of = _object(scene, last, nouns)
        if of is not None and of.key in _STAFF and scene.word(first - 2) not in _MAKES_UP | {"make"}:
            return Term(of.text, STAFF)
        return of if of is not None and _acted_on(scene, first) else _subject(scene, first) or of
    return _object(scene, last, nouns)


def action_of(scene: Scene, quantity: Quantity, first: int, last: int) -> Term | None:
    """The action a measure belongs to: the nearest verb before it in its clause, else one right after.

    What opens a clause acts or suffers in it: "when night fell officials said that 4,000 hectares had burned".
    """
    unit = quantity.unit.name if quantity.unit else ""
    unit = "money" if quantity.unit and quantity.unit.dimension.startswith("money") else unit
    if quantity.unit and quantity.unit.dimension == "mass" and _weighs(scene, first, last):
        return None
    if scene.word(first - 1) in _OPENS:
        opened = (_told(scene, at, unit) for at in range(last, last + 4) if scene.word(at) not in _PREPOSITIONS)
        found = next((told for told in opened if told), None)
        if found is not None:
            return found
    for at in scene.clause_before(first):
        told = _told(scene, at, unit)
        if told is not None or (at == first - 1 and at in scene.actions and verb(scene.word(at)) is not None):
            return told or scene.actions[at]
    behind = range(last, min(len(scene.tokens), last + 5))
    after = next((told for at in behind if (told := _told(scene, at, unit))), None)
    present = (scene.actions[at] for at in scene.clause_before(first) if _present(scene, at))
    return after or next(present, None)


def _weighs(scene: Scene, first: int, last: int) -> bool:
    """Whether so much is the weight of a thing, whatever is done with that: "a 9-tonne statue", "weighs 9 tonnes"."""
    return scene.word(first - 1) in _WEIGHS or any("-" in token.text for token in scene.tokens[first:last])


def _told(scene: Scene, at: int, unit: str) -> Term | None:
    """What the verb at ``at`` tells of so many of ``unit``: to lose three tonnes of gas is to leak them."""
    known = verb(scene.word(at)) if at in scene.verbs else None
    told = scene.lexicon.of_object(known.lemma, unit) if known else None
    if known and told is None:
        told = scene.lexicon.of_object(f"{known.lemma} {scene.word(at + 1)}", unit)  # "took out 2 billion"
    if told is not None:
        return told.term(scene.tokens[at].text)
    return scene.actions.get(at) if at in scene.verbs else None


def _present(scene: Scene, at: int) -> bool:
    """Whether a word that could be a plural noun is rather a headline's verb: "Maker buys rival for $2 billion"."""
    known = verb(scene.word(at)) if at in scene.actions else None
    return known is not None and known.form == Form.THIRD and not known.seldom


def _length(scene: Scene, quantity: Quantity, first: int, last: int) -> Term | None:
    """Which of its lengths a thing has there: "at a depth of 10 km", "55 km from the town", "a 60-foot-wide strip"."""
    action = action_of(scene, quantity, first, last)
    if action is not None and action.key == "fall":
        return None
    near = [*range(max(0, first - 4), first), *range(last, min(len(scene.tokens), last + 3))]
    found = ((scene.tokens[at].text, _LENGTHS.get(scene.word(at))) for at in near)
    return next((Term(text, key, "length") for text, key in found if key), None)


def _object(scene: Scene, last: int, nouns: CountedNouns) -> Term | None:
    """The noun phrase that follows: "$30 billion oil link", "$30 million in damages", "1,200 pounds of explosive"."""
    at = last
    joined = scene.word(at) in ("of", "in", "worth")
    while scene.word(at) in _DETERMINERS or (at == last and joined):
        at += 1
    end = phrase_after(scene, at, nouns)
    if end == at or not scene.is_word(at) or not (joined or at == last):
        return None
    if end == at + 1 and scene.word(at).endswith("ly") and scene.word(at) not in _NOUNS_IN_LY:
        return None  # "will pay $52 million immediately"
    return Term(scene.text(at, end), rates.key_of(scene.text(at, end), base(scene.word(end - 1))))


def _acted_on(scene: Scene, first: int) -> bool:
    """Whether a share is what a verb acts on: "contained 40 percent of the blaze", not "won 53 percent of the vote"."""
    known = verb(scene.word(first - 1)) if first - 1 in scene.verbs else None
    return known is not None and known.lemma not in _HOLDERS


def _bought(scene: Scene, first: int, last: int, nouns: CountedNouns) -> Term | None:
    """What stands before a sum; of a deal, what was dealt in: "bought Brightmill in a deal worth $5 billion"."""
    if spent(scene, first - 1):
        return None  # "the club will pay $52 million": who pays is not paid for
    found = _subject(scene, first)
    return (thing_of(scene, first, last, found, nouns) if found else None) or found


def _subject(scene: Scene, first: int) -> Term | None:
    """The noun that heads the phrase before: "sales of $4 billion", "turnout in the capital was 61 percent"."""
    head: int | None = None
    crossing = True
    for at in scene.clause_before(first):
        word = scene.word(at)
        if at in scene.verbs or (head is None and word in _MAKES_UP):
            if head is not None:
                break
        elif word in _PREPOSITIONS:
            crossing = True
        elif word == "with" and head is not None:
            break  # "came ashore on Saturday with winds of 120 mph"
        elif _may_head(scene, at) and at not in scene.placed and crossing:
            head, crossing = at, False
    if head is None:
        return None
    start = head
    while start and scene.is_word(start - 1) and not _parts(scene, start - 1):
        start -= 1
    return Term(scene.text(start, head + 1), rates.key_of(scene.text(start, head + 1), base(scene.word(head))))


def _may_head(scene: Scene, at: int) -> bool:
    """Whether a word may be what is measured: not "points" of "rose by 5 points to"."""
    return scene.is_word(at) and scene.word(at) not in _PASSED and not scene.is_measured(at)


def _mover(scene: Scene, first: int) -> Term | None:
    """What went so fast: "the train went into the curve at 86 km/h" tells of the train."""
    if scene.word(first - 1) != "at":
        return None
    gone = next((at for at in scene.clause_before(first) if at in scene.verbs), None)
    if gone is None:
        return None
    at = gone - 1
    while scene.word(at) in _AUXILIARIES:
        at -= 1
    if at > 1 and scene.tokens[at].capital and scene.word(at - 1) in _PREPOSITIONS:
        at -= 2  # "the train at Elvas was going at 80 km/h"
    named = scene.is_word(at) and scene.word(at) not in _PASSED and at not in scene.placed
    return Term(scene.tokens[at].text, base(scene.word(at))) if named else None


def _weighed(scene: Scene, first: int) -> Term | None:
    """What weighs so much: "the van, which weighs 3 tonnes"; of "the drone Petrel" the drone."""
    at = first - 1
    while scene.word(at - 1) in _WHICH:
        at -= 1
    while at > 1 and scene.tokens[at - 1].capital and scene.is_word(at - 2) and not _parts(scene, at - 2):
        at -= 1
    return _subject(scene, at)


def _parts(scene: Scene, at: int) -> bool:
    """Whether the word at ``at`` is none of a compound ("flood defences")."""
    word = scene.word(at)
    return word in _PASSED or word in _PREPOSITIONS or at in scene.verbs or at in scene.placed
