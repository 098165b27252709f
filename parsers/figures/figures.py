"""Figure claims: each quantity of a sentence with what it counts and the action it belongs to."""

from collections.abc import Iterator

from claims.claim import Attribution, FigureClaim, Status
from claims.factuality import Factuality
from claims.quantity import Quantity
from claims.span import Span
from claims.term import Term
from parsers import PARSER_VERSION
from parsers.figures import ballots, respective, savings, wholes
from parsers.figures.circumstances import ADDITIONAL, owner, part_of, place_of, time_of
from parsers.figures.counting import count
from parsers.figures.measuring import measure
from parsers.figures.persons import sole
from parsers.figures.scene import Scene
from parsers.figures.status import status_of
from parsers.figures.told import Counted, Told
from parsers.quantities import units
from parsers.text.capitals import title_case
from parsers.text.counted_nouns import CountedNouns


def read(scene: Scene, attribution: Attribution | None, nouns: CountedNouns) -> list[FigureClaim]:
    """The figure claims of one sentence, in order."""
    headline = title_case(scene.tokens)
    counted = wholes.told_apart(scene, list(_counted(scene, nouns)))
    claims = [_claim(scene, found, attribution, headline) for found in counted]
    return respective.shared_out(scene, claims, nouns)


def _counted(scene: Scene, nouns: CountedNouns) -> Iterator[Counted]:
    """What is told of each quantity, by the words around it and by the figure before it."""
    previous: tuple[int, Term | None] = (0, None)
    for quantity in scene.quantities:
        first, last = scene.covered(quantity.span)
        if quantity.unit is None:
            told = count(scene, first, last, previous, nouns)
        else:
            told = measure(scene, quantity, first, last, previous, nouns)
        elsewise = previous[1] is not None and told.action is not None and previous[1].key != told.action.key
        previous = (told.end, told.action)
        voted = told.action is not None and told.action.key in ballots.SIDES  # "six of the nine voted for it" are all
        counts = quantity.unit is None or scene.word(first - 1) in ADDITIONAL  # "a further 700 million"
        part = part_of(scene, first, last, elsewise) if counts and not voted else None
        yield Counted(quantity, first, last, told, part)


def _claim(scene: Scene, found: Counted, attribution: Attribution | None, headline: bool) -> FigureClaim:
    quantity, first, last, what, part = found
    measured = quantity.unit is not None
    owned = measured and not headline and quantity.unit is not units.MAGNITUDE  # nobody has a magnitude
    status = status_of(scene, first, last, what.action, what.end, measured)
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
        factuality=Factuality.CERTAIN_NOT if _is_set_against(scene, first, last) else Factuality.CERTAIN,
        attribution=attribution,
        sentence=scene.span,
        evidence=Span(quantity.span.start, max(quantity.span.end, scene.tokens[what.end - 1].end)),
        parser=PARSER_VERSION,
    )


def _is_set_against(scene: Scene, first: int, last: int) -> bool:
    """ "400 hectares, not 4,000", "not $4 billion but $5 billion"."""
    instead = scene.word(first - 2) in (",", "(", "-", "–", "—") or "but" in (scene.word(last), scene.word(last + 1))
    return scene.word(first - 1) == "not" and instead


def _owner(scene: Scene, quantity: Quantity, first: int, last: int, what: Told) -> Term | None:
    """Whose measure it is; what is bought or paid for is not its own owner."""
    found = sole(scene.tokens, first, last) if quantity.unit and quantity.unit.dimension == "age" else None
    found = found or owner(scene, first, last)
    return None if found and what.counted and found.key == what.counted.key else found
