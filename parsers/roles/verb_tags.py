"""Verbs in their place: which letter a word has that can be a verb, by what stands around it."""

from parsers.roles.factuality import cue
from parsers.roles.letters import END, SKIPPED, START, VERBS, alone, listed
from parsers.roles.surroundings import Surroundings
from parsers.text.tokens import Token
from parsers.text.verbs import BASE, GERUND, PARTICIPLE, PAST, THIRD, Verb

_ENDS_NOUN = frozenset("NP#RWrKZ,")
_BARE = frozenset(("help", "let", "make", "see", "watch", "hear", "dare", "have"))
_STAYS = frozenset(("remain", "stay"))
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
    if read.seldom or token.lower in listed("nouns"):
        return None
    if form & GERUND:
        return _gerund(around, at, before, read)
    if before in "DZKF" or (token.capital and around.among_names(at)):
        return None
    if before == "#" and form & PARTICIPLE:
        return "Y"
    if form & PAST:
        return _past(around, at, before, read)
    return _present(around, at, before, read)


def _avowed(around: Surroundings, at: int, before: str) -> bool:
    """A gerund with its object behind a verb that takes one: "denied shooting down the plane"; or behind "from"."""
    if before == "F":
        return around.ahead(at) in "DRK"
    return before in "VYE" and around.object_ahead(at) and cue("verbs", around.verb_before()) is not None


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
    read = alone(around.tokens[at].lower).verb if at >= 0 and around.letters[at] in VERBS else None
    return bool(read and (cue("verbs", read.lemma) or cue("passives", read.lemma)))


def _gerund(around: Surroundings, at: int, before: str, read: Verb) -> str | None:
    if before in "DZK#":
        return None
    ahead = around.ahead(at)
    if before in "VY" and ahead in "NP" and not cue("verbs", around.verb_before()):
        return None
    if read.nominal and before in "NPV" and ahead in _CLOSES_GERUND:
        return None
    return "G"


def _past(around: Surroundings, at: int, before: str, read: Verb) -> str | None:
    if before == START and around.ahead(at) not in ("F", "T"):
        return None
    if before in VERBS and read.nominal:
        return None
    if not read.form & PARTICIPLE:
        return "V"
    if before in "VEG":
        return "E" if around.ahead(at) in _CLOSES_PAST else None
    if before == "," and read.nominal and around.ahead(at) in "NP":
        return None
    return "Y"


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
    if not read.form & THIRD and before not in "RW" and not around.plural_before():
        return None
    if read.nominal and (before in "S#" or not around.object_follows(at) or around.verb_later(at)):
        return None
    return "V"


def _joined(around: Surroundings, at: int, read: Verb) -> str | None:
    """A verb after "and": where a verb of that form came before, or an object follows."""
    if read.nominal and around.ahead(at) not in "DZR#":
        return None
    return "V" if "V" in around.letters or "Y" in around.letters else None
