"""Verbs in their place: which letter a word has that can be a verb, by what stands around it."""

from functools import cache

from parsers.lexicon import table, words
from parsers.roles.compounds import attributive, describes, ends_compound, heads_phrase
from parsers.roles.factuality import cue
from parsers.roles.letters import END, SKIPPED, START, VERBS, alone, listed
from parsers.roles.surroundings import Surroundings
from parsers.text.tokens import Token
from parsers.text.verbs import BASE, GERUND, PARTICIPLE, PAST, THIRD, Verb

_ENDS_NOUN = frozenset("NP#RWrKZ,")
_BARE = frozenset(("help", "let", "make", "see", "watch", "hear", "dare", "have"))
_STAYS = frozenset(("remain", "stay"))
_SUFFERED = frozenset(("wounded", "wanted"))
_ACTED_ON = frozenset(("it", "them", "him", "her", "us", "me", "itself", "himself", "herself", "themselves"))
_CLOSES = frozenset((END, ",", ".", "F", "C"))
_CLOSES_PAST = _CLOSES | {"S", "T"}
_CLOSES_GERUND = _CLOSES | frozenset("VMBH")


def verb_letter(around: Surroundings, at: int, token: Token, read: Verb) -> str | None:
    """The letter of a word that can be a verb, None where it is not one here."""
    before, form = around.before, read.form
    if (before == "R" and around.inverted()) or (form == BASE and around.opens_with("OM")):
        return _after_auxiliary(around, at, "O", read)
    if before == "T" and form & GERUND:
        return "G"
    if token.capital and around.opens_name(at):
        return None
    if before in "MmOoT":
        return _after_auxiliary(around, at, before, read)
    if before in "Hh" and form & PARTICIPLE:
        return "E"
    if before in "Bbr" and form & (GERUND | PARTICIPLE):
        return "G" if form & GERUND else "E"
    if form & GERUND and _avowed(around, at, before):
        return "G"
    if token.lower in listed("nouns") and form & PAST and _acts(around, at, before):
        return "Y"
    if read.seldom or token.lower in listed("nouns") or (token.lower == "close" and around.word(at + 1) == "to"):
        return None
    if form & GERUND:
        return _gerund(around, at, before, read)
    if (
        before in "DZK"
        or (before == "F" and not _past_place(around, at, read))
        or (token.capital and around.among_names(at))
    ):
        return None
    if before == "#" and form & PARTICIPLE:
        return "Y"
    if form & PAST:
        return _past(around, at, before, read)
    if form == PARTICIPLE and before in "NP#,C":
        return _participle(around, at, before, read)
    return _present(around, at, before, read)


def _avowed(around: Surroundings, at: int, before: str) -> bool:
    """A gerund with its object behind a verb that takes one: "denied shooting down the plane"; or behind "from"."""
    if before == "F":
        return around.ahead(at) in "DRK"
    return before in "VYE" and around.object_ahead(at) and cue("verbs", around.verb_before()) is not None


def _acts(around: Surroundings, at: int, before: str) -> bool:
    """A noun's form that is a verb here: "the shot which wounded the guard", "shot and wounded two guards"."""
    if around.word(at) in _SUFFERED and before == "N" and around.plural_before() and around.ahead(at) == "F":
        return True  # "soldiers wounded in Orle were"
    told = around.ahead(at) in "DRK#P" or alone(around.word(at + 1)).number
    return told and (before == "W" or (before == "C" and around.letters[-2:-1] in (["V"], ["Y"], ["E"])))


def _after_auxiliary(around: Surroundings, at: int, before: str, read: Verb) -> str | None:
    if not read.form & BASE:
        return None
    if before == "T" and read.seldom and around.ahead(at) in _CLOSES and not _governed(around):
        return None
    return "V"


def _governed(around: Surroundings) -> bool:
    """Whether a verb that takes an infinitive stands before "to": "tried to land", not "back to land"."""
    at = len(around.letters) - 2
    while at > 0 and around.letters[at] in SKIPPED:
        at -= 1
    if at >= 0 and around.letters[at] in "BHbh":
        return True  # "has yet to rule"
    read = alone(around.tokens[at].lower).verb if at >= 0 and around.letters[at] in VERBS else None
    return bool(read and (cue("verbs", read.lemma) or cue("passives", read.lemma)))


def _past_place(around: Surroundings, at: int, read: Verb) -> bool:
    """Behind a preposition that says where by itself: "men from outside threw stones"."""
    bare = around.word(at - 1) in listed("places") and around.letters[-2:-1] in (["F"], ["N"], ["P"])
    return bare and not read.nominal and bool(read.form & PAST)


def _gerund(around: Surroundings, at: int, before: str, read: Verb) -> str | None:
    if before in "DZK#" or (around.tokens[at].capital and around.among_names(at)):
        return None
    ahead = around.ahead(at)
    if ahead == "N" and attributive(around, at, read):
        return None
    if before in "VY" and ahead in "NP" and not cue("verbs", around.verb_before()):
        return None
    if read.nominal and before in "NPV" and ahead in _CLOSES_GERUND:
        return "G" if ahead == "F" and before in "NP" and around.plural_before() else None  # "nurses working at"
    return "G"


def _past(around: Surroundings, at: int, before: str, read: Verb) -> str | None:
    if before == START and around.ahead(at) not in ("F", "T"):
        return None
    if (before in VERBS and read.nominal) or (read.nominal and heads_phrase(around, at, read)):
        return None
    if not read.form & PARTICIPLE:
        return "V"
    if before == "Y" and describes(around, at, read):
        return None
    if before in "VEG":
        return "E" if around.ahead(at) in _CLOSES_PAST else None
    if before == "," and read.nominal and around.ahead(at) in "NP":
        return None
    return "Y"


def _participle(around: Surroundings, at: int, before: str, read: Verb) -> str | None:
    """A participle that is no past form: "data stolen in May"; not "two written warnings", "Osama bin Laden"."""
    if around.ahead(at) == "N" and alone(around.word(at - 1)).number:
        return None
    if read.lemma in _intransitive() or (around.tokens[at].capital and not around.tokens[at - 1].capital):
        return None
    return "E" if _past(around, at, before, read) else None


@cache
def _intransitive() -> frozenset[str]:
    return words(table("factuality")["groups"]["intransitive"])


def _present(around: Surroundings, at: int, before: str, read: Verb) -> str | None:
    """Third person and bare forms: "denies", "officials say"; "request" and "plans" may be nouns."""
    if before in VERBS:
        return "V" if read.form & BASE and around.verb_before() in _BARE else None
    if before == "C":
        return _joined(around, at, read)
    if before not in _ENDS_NOUN and before != "S":
        return None
    if not read.form & BASE and around.counted_before():
        return None  # "after eleven nurses fell ill"
    if around.finite and before != "W" and read.nominal:
        return None
    stays = before in "PN" and read.form & THIRD and read.lemma in _STAYS
    if stays and (around.lasts(at) or (before == "P" and around.ahead(at) in "FNP")):
        return "V"  # "the editor remains behind bars", "Ida Roth remains finance minister": a name has no remains
    if read.nominal and (heads_phrase(around, at, read) or ends_compound(around, at, read)):
        return None
    if not read.form & THIRD and before not in "RW" and not around.plural_before():
        return None
    if before == "W" and read.form & THIRD and around.word(around.before_at) != "what" and _acts_on(around, at):
        return "V"  # "the agency that runs the port says"
    if read.nominal and (before in "S#" or not around.object_follows(at) or around.verb_later(at)):
        return None
    return "V"


def _acts_on(around: Surroundings, at: int) -> bool:
    ahead = around.ahead(at)
    return ahead in "DK#" or (ahead == "R" and around.word(at + 1) in _ACTED_ON)


def _joined(around: Surroundings, at: int, read: Verb) -> str | None:
    """A verb after "and": where a verb of that form came before, or an object follows."""
    if read.nominal and around.ahead(at) not in "DZR#":
        return None
    return "V" if "V" in around.letters or "Y" in around.letters else None
