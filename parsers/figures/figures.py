"""Figure claims: each quantity of a sentence with what it counts and the action it belongs to."""

from dataclasses import dataclass

from claims.claim import Attribution, FigureClaim, Part, Status
from claims.factuality import Factuality
from claims.quantity import Quantity
from claims.span import Span
from claims.term import Term
from parsers import PARSER_VERSION
from parsers.figures import ballots, fates, offers, penalties, presence, respective, savings, spans, staff
from parsers.figures.circumstances import ADDITIONAL, owner, part_of, place_of, time_of
from parsers.figures.counted import implied, number_of, numbering, phrase_after
from parsers.figures.governors import governor
from parsers.figures.measures import action_of, measured
from parsers.figures.money import cash, outlay, priced
from parsers.figures.persons import sole
from parsers.figures.scene import Scene
from parsers.figures.status import status_of
from parsers.quantities import units
from parsers.text.capitals import title_case
from parsers.text.counted_nouns import CountedNouns


@dataclass(frozen=True, slots=True)
class _Counted:
    """What a figure counts, its action, and the token where its phrase ends."""

    counted: Term | None
    action: Term | None
    end: int


def read(scene: Scene, attribution: Attribution | None, nouns: CountedNouns) -> list[FigureClaim]:
    """The figure claims of one sentence, in order."""
    headline = title_case(scene.tokens)
    found: list[FigureClaim] = []
    previous: tuple[int, Term | None] = (0, None)
    for quantity in scene.quantities:
        first, last = scene.covered(quantity.span)
        if quantity.unit is None:
            what = _count(scene, first, last, previous, nouns)
        else:
            what = _measure(scene, quantity, first, last, previous, nouns)
        elsewise = previous[1] is not None and what.action is not None and previous[1].key != what.action.key
        previous = (what.end, what.action)
        voted = what.action is not None and what.action.key in ballots.SIDES  # "six of the nine voted for it" are all
        counts = quantity.unit is None or scene.word(first - 1) in ADDITIONAL  # "a further 700 million"
        part = part_of(scene, first, last, elsewise) if counts and not voted else None
        found.append(_claim(scene, quantity, first, last, what, part, attribution, headline))
    return respective.shared_out(scene, found, nouns)


def _measure(
    scene: Scene, quantity: Quantity, first: int, last: int, previous: tuple[int, Term | None], nouns: CountedNouns
) -> _Counted:
    """What a measure measures: a prison term, a fine, a share of staff, or what its nouns and verbs say."""
    punished = penalties.penalty(scene, quantity, first, last)
    if punished is not None:
        return _Counted(*punished, last)
    lasts = spans.lasting(scene, first, last, nouns) if quantity.unit and quantity.unit.dimension == "time" else None
    if lasts is not None:
        return _Counted(lasts, None, last)
    stash = cash(scene, first, last)
    if stash is not None:
        return _Counted(*stash, last)
    laid_out = outlay(scene, first, last) if quantity.unit and quantity.unit.dimension.startswith("money") else None
    if laid_out is not None:
        return _Counted(laid_out, None, last)
    turned_out = ballots.so_far(scene, first, last) or ballots.turnout(scene, last)
    if turned_out is not None:
        return _Counted(turned_out, None, last)
    thing, action = measured(scene, quantity, first, last, nouns), action_of(scene, quantity, first, last)
    thing, action = savings.of(thing, action) or (thing, action)
    if action is None and thing is not None and scene.word(last) == thing.text.split()[0].lower():
        named = scene.lexicon.of_noun(thing.text.split()[-1].lower())
        action = named.term(thing.text.split()[-1]) if named else None  # "the $9 billion takeover"
    dear = (
        priced(scene, first, nouns) if action is None and quantity.unit and "money" in quantity.unit.dimension else None
    )
    if dear is not None:
        thing, action = dear, Term("cost", "cost", "cost")
    if thing is not None and thing.key == staff.STAFF:
        action = staff.action_of(scene, first, action, previous)
    if quantity.unit and quantity.unit.dimension == "share":
        thing = offers.offered(scene, first, last, thing) or thing
    thing, action = ballots.of_turnout(thing, action) or (thing, action)
    if thing is not None and thing.key == offers.OFFER:
        action = None  # the offer is the thing, whatever verb makes it
    return _Counted(thing, action, last)


def _claim(
    scene: Scene,
    quantity: Quantity,
    first: int,
    last: int,
    what: _Counted,
    part: Part | None,
    attribution: Attribution | None,
    headline: bool,
) -> FigureClaim:
    measure = quantity.unit is not None
    owned = measure and not headline and quantity.unit is not units.MAGNITUDE  # nobody has a magnitude
    status = status_of(scene, first, last, what.action, what.end, measure)
    if savings.hoped_for(what.action):
        status = Status.PLANNED
    return FigureClaim(
        quantity=quantity,
        counted=what.counted,
        action=what.action,
        actor=_owner(scene, quantity, first, last, what) if owned else None,
        place=place_of(scene, first),
        time=time_of(scene, quantity.span),
        part=part,
        status=status,
        factuality=Factuality.CERTAIN,
        attribution=attribution,
        sentence=scene.span,
        evidence=Span(quantity.span.start, max(quantity.span.end, scene.tokens[what.end - 1].end)),
        parser=PARSER_VERSION,
    )


def _owner(scene: Scene, quantity: Quantity, first: int, last: int, what: _Counted) -> Term | None:
    """Whose measure it is; what is bought or paid for is not its own owner."""
    found = sole(scene.tokens, first, last) if quantity.unit and quantity.unit.dimension == "age" else None
    found = found or owner(scene, first, last)
    return None if found and what.counted and found.key == what.counted.key else found


def _count(scene: Scene, first: int, last: int, previous: tuple[int, Term | None], nouns: CountedNouns) -> _Counted:
    """What a plain count counts: "20,000 National Guard members", "a child", "the number of homes destroyed is 350"."""
    start = numbering(scene, last) or _past_of(scene, last)
    end = phrase_after(scene, start, nouns)
    counted = nouns.head(
        [scene.tokens[at] for at in range(start, end) if not (_tells(scene, at) or scene.is_counted(at))]
    )
    counted = counted or nouns.somebody(scene.tokens[first + 1 : last]) or _body_of(scene, first, nouns)
    stash = cash(scene, first, last)
    if stash is not None:
        return _Counted(*stash, end)
    voted = ballots.side(scene, first, range(start, end))
    if voted is not None:  # deputies and votes are one count
        return _Counted(Term(counted.text if counted else "votes", "ticket", "thing"), voted, end)
    action = governor(scene, first, range(start, end), previous, nouns, counted)
    numbered = number_of(scene, first) if counted is None else None
    if numbered is not None:
        what = range(numbered, phrase_after(scene, numbered, nouns))
        told = fates.behind(scene, what)
        named = presence.of_noun(scene, what.stop - 1) or scene.actions.get(what.stop)
        if action is None or fates.of_noun(scene, action, what) is not None:
            counted, action = nouns.head(scene.tokens[what.start : what.stop]), told or named
    return _Counted(counted, action, end)


def _body_of(scene: Scene, first: int, nouns: CountedNouns) -> Term | None:
    """ "A crew of 19": the body whose number it is."""
    named = scene.word(first - 1) == "of" and nouns.known(scene.word(first - 2))
    return nouns.head([scene.tokens[first - 2]]) if named else None


def _tells(scene: Scene, at: int) -> bool:
    """Whether the word at ``at`` tells what befell, or how, rather than whom: "9 hurt", "five seriously injured"."""
    if scene.word(at).endswith("ly") and at + 1 in scene.actions:
        return True
    return at in scene.actions and (at in scene.verbs or implied(scene.word(at)) is not None)


def _past_of(scene: Scene, last: int) -> int:
    """Past "of" and "of the": "thousands of extra Guardsmen" counts Guardsmen."""
    at = last
    while at < last + 2 and scene.word(at) in ("of", "the", "these", "those", "its", "their", "his", "her"):
        at += 1
    return at
