"""Counting: what a plain count counts, and what befell it."""

from claims.term import Term
from parsers.figures import ballots, fates, presence
from parsers.figures.counted import implied, number_of, numbering, phrase_after
from parsers.figures.governors import governor
from parsers.figures.money import cash
from parsers.figures.scene import Scene
from parsers.figures.told import Told
from parsers.text.counted_nouns import CountedNouns
from parsers.text.words import base


def count(scene: Scene, first: int, last: int, previous: tuple[int, Term | None], nouns: CountedNouns) -> Told:
    """What a plain count counts: "20,000 National Guard members", "a child", "the number of homes destroyed is 350"."""
    if scene.word(last) in ("more", "fewer", "less") and scene.word(last + 1) == "than":
        return Told(None, None, last + 2)  # "two more than prosecutors asked for"
    start = numbering(scene, last) or _past_of(scene, last)
    end = phrase_after(scene, start, nouns)
    counted = nouns.head(
        [scene.tokens[at] for at in range(start, end) if not (_tells(scene, at) or scene.is_counted(at))]
    )
    counted = counted or nouns.somebody(scene.tokens[first + 1 : last]) or _body_of(scene, first, nouns)
    stash = cash(scene, first, last)
    if stash is not None:
        return Told(*stash, end)
    voted = ballots.side(scene, first, range(start, end))
    if voted is not None:  # deputies and votes are one count
        return Told(Term(counted.text if counted else "votes", "ticket", "thing"), voted, end)
    action = governor(scene, first, range(start, end), previous, nouns, counted)
    action = _told_of(scene, action, counted)
    numbered = number_of(scene, first) if counted is None else None
    if numbered is not None:
        what = range(numbered, phrase_after(scene, numbered, nouns))
        told = fates.behind(scene, what)
        named = presence.of_noun(scene, what.stop - 1) or scene.actions.get(what.stop)
        if action is None or fates.of_noun(scene, action, what) is not None:
            counted, action = nouns.head(scene.tokens[what.start : what.stop]), told or named
    return Told(counted, action, end)


def _told_of(scene: Scene, action: Term | None, counted: Term | None) -> Term | None:
    """ "The loss of 1,350 jobs" is a layoff, as to lose them is."""
    if action is None or counted is None:
        return action
    named = scene.lexicon.of_object(action.key, base(counted.text.split()[-1].lower()))
    return named.term(action.text) if named else action


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
