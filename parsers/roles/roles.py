"""Role claims: who does, did, will, may or won't do what, one for each predicate that has an actor."""

from collections.abc import Sequence
from dataclasses import dataclass

from claims.agencies import Agencies
from claims.claim import Attribution, Period, RoleClaim
from claims.span import Span
from claims.term import Term
from parsers.lexicon import table, words
from parsers.roles import appositions, attribution, conditions, denials, speakers
from parsers.roles.actors import Actors
from parsers.roles.memory import Memory
from parsers.roles.places import Site, site_of
from parsers.roles.predicates import Clauses, Predicate
from parsers.text.nouns import singular

_WORDS_ONLY = words(table("attribution")["words_only"])
# Words for saying that are an act where nothing is said behind them; and what may stand there then.
_ALONE = {"concede": "concede-defeat"}
_WHOLE = frozenset(("statement", "concede-defeat"))  # the action names what it is done to
_WHEN = frozenset("on after until before in early late yet to as when despite and but nor or".split())
_JUDGEMENTS = frozenset(table("factuality")["groups"]["denials"]) | frozenset(table("factuality")["clause_words"])
_ASIDE = frozenset("as after while when because before since until although though".split())
NOT_TOLD = Term("", "", "")


@dataclass(frozen=True, slots=True)
class RoleContext:
    """A sentence as the role reader needs it; ``clauses`` as parsers/roles/clauses.py reads it from ``text``."""

    text: str
    span: Span
    clauses: Clauses
    sites: Sequence[Site]
    period: Period | None
    parser: str


class Roles:
    """Reads role claims; built once for the agencies of a topic."""

    __slots__ = ("_actors",)

    def __init__(self, agencies: Agencies) -> None:
        self._actors = Actors(agencies)

    def read(self, context: RoleContext, memory: Memory) -> list[RoleClaim]:
        """The role claims of one sentence, in order. ``memory`` lives through the article."""
        found = []
        said = attribution.read(context.clauses, context.text)
        main: Term | None = None
        for number, predicate in enumerate(context.clauses.predicates):
            actors = self._who(context, predicate, memory)
            main = main or (actors[0] if actors and not number and _leads(context.clauses) else None)
            if predicate.object is not None:
                self._actors.keep_people(context.clauses, predicate.object, context.text, memory)
            if not predicate.purpose and not predicate.conditional:
                found += [claim for actor in actors if (claim := _claim(context, number, actor, said))]
        if main is not None:
            memory.keep_again(main)
        found = [*conditions.of_another(found, context.clauses, memory.another), *memory.answered(context.clauses)]
        memory.another = conditions.another(context.clauses)
        memory.asked = found if context.clauses.letters.endswith("?") else []
        return found

    def _who(self, context: RoleContext, predicate: Predicate, memory: Memory) -> list[Term]:
        """Who does it; NOT_TOLD where a passive does not say."""
        if predicate.untold:
            return [NOT_TOLD]
        who = predicate.agent if predicate.passive else predicate.subject
        if who is None:
            headline = len(context.clauses.predicates) == 1 and context.clauses.letters[predicate.at] == "G"
            if predicate.passive and predicate.subject is not None:
                self._named(context, predicate.subject, memory)
                return [NOT_TOLD]
            return [NOT_TOLD] if headline else []
        if denials.befell_nobody(context.clauses, predicate, who):
            return [NOT_TOLD]
        there = context.clauses.tokens[who.start].lower == "there"
        if there and predicate.lemma == "be" != predicate.action.key:
            return [NOT_TOLD]  # "there was no contact with the crew"
        found = self._named(context, speakers.body(context.clauses, who) or who, memory)
        if predicate.passive and predicate.subject is not None:
            self._named(context, predicate.subject, memory)  # "Quill was arrested by police. He …"
        return found

    def _named(self, context: RoleContext, who: range, memory: Memory) -> list[Term]:
        actors = [self._actors.of(context.clauses, part, context.text, memory) for part in _parts(context.clauses, who)]
        return [actor for actor in actors if actor is not None]


def _leads(clauses: Clauses) -> bool:
    """Whether the first clause is the main one and others only say when or why: "they" are its subject then."""
    first, *rest = clauses.predicates
    openers = {clauses.tokens[p.subject.start - 1].lower for p in rest if p.subject is not None and p.subject.start}
    return first.lemma not in attribution.SAYS and first.within is None and bool(openers & _ASIDE)


def _parts(clauses: Clauses, who: range) -> list[range]:
    """Each of several actors by itself: "the Pentagon and the FBI". Names with "and" inside stay whole."""
    joins = [at for at in who if clauses.letters[at] == "C" and at + 1 < who.stop]
    cuts = [at for at in joins if clauses.letters[at + 1] == "D"]
    if not cuts and clauses.letters[who.start] == "D":
        cuts = [at for at in joins if clauses.letters[at + 1] == "P"]
    if len(cuts) != 1:
        return [who]
    return [range(who.start, cuts[0]), range(cuts[0] + 1, who.stop)]


def _claim(context: RoleContext, number: int, actor: Term, said: Attribution | None) -> RoleClaim | None:
    clauses, predicate = context.clauses, context.clauses.predicates[number]
    action = _action(context, predicate)
    if action is None or _judges(clauses, number):
        return None
    befell = predicate.passive or (
        actor == NOT_TOLD and predicate.subject and denials.befell_nobody(clauses, predicate, predicate.subject)
    )
    thing = None if action.key in _WHOLE else _thing(context, predicate.subject if befell else predicate.object)
    none_at_all = predicate.lemma == "be" != action.key and predicate.factuality.denies
    if action.key == "be" and predicate.object and clauses.letters[predicate.object.start] == "#":
        return None  # "the pilot was 51", "turnout was 61 percent": a figure tells it
    if thing is None and (action.key in ("be", "have") or (actor == NOT_TOLD and not none_at_all)):
        return None
    first, last = predicate.words.start, predicate.words.stop
    for part in (predicate.subject, predicate.object, predicate.agent):
        if part is not None:
            first, last = min(first, part.start), max(last, part.stop)
    return RoleClaim(
        actor=actor,
        action=action,
        object=thing,
        condition=conditions.of(clauses, context.text, predicate),
        place=site_of(context.sites, clauses, number) if context.sites else None,
        time=context.period,
        factuality=predicate.factuality,
        attribution=attribution.of(clauses, context.text, number, said),
        sentence=context.span,
        evidence=Span(clauses.tokens[first].start, clauses.tokens[last - 1].end),
        parser=context.parser,
    )


def _action(context: RoleContext, predicate: Predicate) -> Term | None:
    text = context.clauses.text(context.text, predicate.words)
    if predicate.lemma in ("do", ""):
        return None
    if predicate.lemma in _ALONE and predicate.object is None and _ends_there(context.clauses, predicate):
        return Term(text, _ALONE[predicate.lemma], _ALONE[predicate.lemma])
    if predicate.lemma in _WORDS_ONLY and predicate.action.key == predicate.lemma:
        return Term(text, "statement", "comment") if _in_a_statement(context.clauses, predicate) else None
    key, family = predicate.action.key, predicate.action.family
    return Term(text, f"support-{key}" if predicate.support else key, family)


def _ends_there(clauses: Clauses, predicate: Predicate) -> bool:
    """Whether nothing is told that was said: "he has not conceded", and not "it is over, he conceded"."""
    if predicate.subject is not None and clauses.letters[: predicate.subject.start].endswith(","):
        return False
    behind = clauses.tokens[predicate.words.stop : predicate.words.stop + 1]
    return not behind or clauses.letters[predicate.words.stop] in ".,;?!" or behind[0].lower in _WHEN


def _judges(clauses: Clauses, number: int) -> bool:
    """ "… is a hoax", "… is unclear": says how sure something is, and that is heard in its factuality already."""
    predicate = clauses.predicates[number]
    if predicate.lemma not in ("be", "remain") or predicate.object is None or len(clauses.predicates) == 1:
        return False
    said = {clauses.tokens[at].lower for at in predicate.object}
    return bool(said & _JUDGEMENTS)


def _in_a_statement(clauses: Clauses, predicate: Predicate) -> bool:
    following = [t.lower for t in clauses.tokens[predicate.words.stop : predicate.words.stop + 4]]
    return following[:1] == ["in"] and "statement" in following


def _thing(context: RoleContext, where: range | None) -> Term | None:
    """What is acted on; a pronoun names nothing."""
    if where is None:
        return None
    clauses = context.clauses
    head = clauses.phrases.head(where)
    if clauses.letters[head] in "RD":
        return None
    whole = appositions.named(clauses, where)
    head = whole.stop - 1 if whole.stop > where.stop else head
    return Term(clauses.text(context.text, whole), singular(clauses.tokens[head].lower))
