"""Money: what is bought, sold, paid for or spent on, told before or behind the sum by the verb that moves it."""

from claims.term import Term
from parsers.figures.counted import phrase_after
from parsers.figures.scene import CLAUSE_ENDS, Scene
from parsers.lexicon import table, words
from parsers.text.counted_nouns import CountedNouns
from parsers.text.verbs import verb
from parsers.text.words import STOP, base

_LISTS = table("figures")["money"]
_TRADES = words(_LISTS["trades"])
_SPENDS = words(_LISTS["spends"]) | {"set aside"}
_TOWARDS = words(_LISTS["towards"])
_TENDER = words(_LISTS["tender"])
_DEALS = words(_LISTS["deals"])
_BEFORE_NOUN = words(_LISTS["before_noun"])
_PRICES = words(_LISTS["prices"])
_CASH = words(_LISTS["cash"])
_FOUND = words(_LISTS["found"])
_OUTLAYS = words(_LISTS["outlays"])
_STATES = words(_LISTS["states"])
_TIMED = frozenset(("in", "for"))
_OUTLAY = "outlay"
_LOOK = 12


def paid_in(scene: Scene, last: int) -> bool:
    """Whether the word behind "in" at ``last`` is how it is paid: "$5 billion in cash" buys something else."""
    return scene.word(last) == "in" and scene.word(last + 1) in _TENDER


def priced(scene: Scene, first: int, nouns: CountedNouns) -> Term | None:
    """What has its price told: "the cost of the stadium is put at $90 million"."""
    for at in scene.clause_before(first):
        if scene.word(at) in _PRICES and scene.word(at + 1) == "of":
            return _noun(scene, at + 2, first, nouns)
    return None


def outlay(scene: Scene, first: int, last: int) -> Term | None:
    """All that a state spends: "spending of $40 million", "the state will lay out $40 million"; not "… on roads"."""
    if scene.word(last) in _TOWARDS - _TIMED or (scene.word(last) == "in" and scene.word(last + 1) in _TENDER):
        return None
    if scene.word(first - 1) == "of" and scene.word(first - 2) in _OUTLAYS:
        modified = scene.is_word(first - 3) and scene.word(first - 3) not in STOP and first - 3 not in scene.verbs
        return Term(scene.text(first - 2 - modified, first - 1), _OUTLAY)  # "defence spending of $4 billion"
    at = first - 1 - (scene.word(first - 1) == "out")
    known = verb(scene.word(at))
    if known is None or known.lemma not in (("lay",) if at < first - 1 else ("spend",)):
        return None
    who = next((on for on in range(at - 1, max(-1, at - 5), -1) if scene.word(on) in _STATES), None)
    return Term(scene.tokens[at].text, _OUTLAY) if who is not None else None


def cash(scene: Scene, first: int, last: int) -> tuple[Term, Term] | None:
    """Money that was found: "secured 1.4 million in cash", "in the van lay 860,000 in notes"."""
    noun = next((at for at in (last + 1, last + 2) if scene.word(at) in _CASH), None)
    if scene.word(last) != "in" or noun is None:
        return None
    near = (*scene.clause_before(first), *range(noun + 1, noun + 4))
    found = next((at for at in near if scene.word(at) in _FOUND), None)
    return (
        (Term(scene.tokens[noun].text, "cash", "thing"), Term(scene.tokens[found].text, "seize", "seize"))
        if found is not None
        else None
    )


def spent(scene: Scene, at: int) -> bool:
    """Whether the verb at ``at`` spends what follows: "will pay $52 million"."""
    return _moves(scene, at) in _SPENDS


def thing_of(scene: Scene, first: int, last: int, told: Term | None, nouns: CountedNouns) -> Term | None:
    """What the sum at tokens ``first`` to ``last`` is for; ``told`` is the noun that stands with it, if one does.

    "Agreed to buy Brightmill for $5 billion" and "… in a $5 billion deal" are of Brightmill, "will spend $2 billion on
    flood walls" is of walls.
    """
    if told is not None and told.key not in _DEALS:
        return None
    for at in range(first - 1, max(-1, first - _LOOK), -1):
        if scene.word(at) in CLAUSE_ENDS:
            return None
        lemma = _moves(scene, at)
        if lemma in _TRADES:
            paid = told is not None or scene.word(first - 1) == "for"
            return _noun(scene, at + 1, first, nouns) if paid else None
        if lemma in _SPENDS and told is None:
            return _noun(scene, last + 1, len(scene.tokens), nouns) if scene.word(last) in _TOWARDS else None
        if lemma and not scene.word(at).endswith("ing"):  # "sold its shipping arm for"
            return None
    return None


def _moves(scene: Scene, at: int) -> str:
    """The base form of the verb at ``at``; of "set" only with its particle, "set aside"."""
    known = verb(scene.word(at)) if at in scene.verbs else None
    if known is None:
        return ""
    return "set aside" if known.lemma == "set" and scene.word(at + 1) == "aside" else known.lemma


def _noun(scene: Scene, at: int, stop: int, nouns: CountedNouns) -> Term | None:
    """The noun phrase at ``at``, past its articles, within ``stop``."""
    while scene.word(at) in _BEFORE_NOUN:
        at += 1
    gerund = at in scene.verbs and scene.word(at).endswith("ing")  # "its shipping arm"
    end = min(phrase_after(scene, at + gerund, nouns), stop)
    return Term(scene.text(at, end), base(scene.word(end - 1))) if end > at and scene.is_word(at) else None
