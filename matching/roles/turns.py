"""Turns: whether two answers may both be true, each in its time."""

from datetime import timedelta
from itertools import pairwise

from claims.claim import RoleClaim
from matching.roles import pairs, policy
from matching.roles.side import RoleSide
from matching.words.policy import MONTHS, WEEK, WEEKDAYS

_LOOK = 4  # words behind "since"
_A_DAY = timedelta(days=1)
_NOW = frozenset("is are stay stays remain remains keep keeps will".split())
_LONG = timedelta(days=90)


def so_far(past: RoleSide, ahead: RoleSide) -> bool:
    """ "They have never enforced it", and are asked to: what never was may still come."""
    if ahead.claim.factuality in policy.FACTS:
        return False
    said = past.claim.action.text.lower().split()
    if not policy.COMMANDS.isdisjoint(ahead.claim.action.text.lower().split()):
        return False  # "had never been told to leave", "were ordered to leave"
    return "never" in said and said[0] in ("have", "has", "had")


def in_turn(a: RoleSide, b: RoleSide) -> bool:
    """Whether one may have followed upon the other in time; of two plans the later takes back the first."""
    if _was_so(a) and _was_so(b):
        return False
    if _long_past(a) != _long_past(b) or _other_days(a, b):
        return True
    both_ahead = _ahead(a.claim) and _ahead(b.claim)
    if frozenset((a.claim.action.key, b.claim.action.key)) in pairs.IN_TURN:
        return not both_ahead or not a.story or a.story != b.story
    for first, then in ((a, b), (b, a)):
        if (first.claim.action.key, then.claim.action.key) in pairs.IN_ORDER:
            at_once = both_ahead or (_ahead(first.claim) and _is_so(then, first))
            return told_before(first, then) and not at_once and "throughout" not in first.words
    return False


def moved_on(a: RoleSide, b: RoleSide) -> bool:
    """ "The toll rose to 31", "was lowered to 28": a level that went one way, and by another day the other."""
    if not {a.claim.action.key, b.claim.action.key} <= policy.LEVELS or _ahead(a.claim) or _ahead(b.claim):
        return False
    told = a.evidence.published_at, b.evidence.published_at
    other_day = len({at.date() for at in told if at}) == 2
    return other_day or all(policy.TOLLS & (side.actor | side.thing) for side in (a, b))


def _was_so(side: RoleSide) -> bool:
    """ "The gates were open": a state at the time that the story tells of, if no other day is named."""
    said = side.claim.action.text.lower().split()
    return said[:1] in (["was"], ["were"]) and side.story != "" and not WEEKDAYS & frozenset(side.words)


def _long_past(side: RoleSide) -> bool:
    """ "Closed in 1998", told years after."""
    time, told = side.claim.time, side.evidence.published_at
    if time is None or time.end is None or told is None or _ahead(side.claim):
        return False
    return told.date() - time.end > _LONG


def _other_days(a: RoleSide, b: RoleSide) -> bool:
    """ "Is shut on Sunday", "is open on Mondays"."""
    days = [WEEKDAYS.intersection(word.removesuffix("s") for word in side.behind) for side in (a, b)]
    lasts = "until" in a.behind or "until" in b.behind
    return all(days) and not days[0] & days[1] and not lasts


def _is_so(side: RoleSide, other: RoleSide) -> bool:
    """ "Is shut", told within a day of "will remain open": nobody tells that it has come to be so."""
    now = side.claim.action.text.lower().startswith(("is ", "are ")) and side.claim.action.key in policy.AS_LEFT
    then, at = other.evidence.published_at, side.evidence.published_at
    return now and then is not None and at is not None and abs(at - then) <= _A_DAY


def not_yet(no: RoleSide, yes: RoleSide) -> bool:
    """ "Has not resigned", and hours later "has resigned": it has come since."""
    said = no.claim.action.text.lower().split()
    first = said[said[:1] == ["there"] :][:1]
    perfect = first in (["has"], ["have"], ["hasn't"], ["haven't"]) or "yet" in said
    come_since = perfect and no.claim.factuality in policy.FACTS and told_before(no, yes, surely=True)
    return come_since and not _was_then(no, yes)


def _was_then(no: RoleSide, yes: RoleSide) -> bool:
    """Whether what came later tells that it had been so before: on a day before the denial, or "since August"."""
    said, denied, told = yes.behind, no.evidence.published_at, yes.evidence.published_at
    if "since" in said and "since" not in no.behind:
        return True
    days = [WEEK.index(word) for word in said if word in WEEKDAYS]
    if not (days and denied and told):
        return False
    return (told - timedelta(days=(told.weekday() - days[0]) % 7)).date() < denied.date()


def not_at_first(no: RoleSide) -> bool:
    """ "Did not confess at first", "had refused to go for weeks", "had not ended by noon": it may have come since."""
    said, behind = no.words, no.behind
    pairs_said = {*pairwise(behind)}
    if "initially" in said or "originally" in said or ("at", "first") in pairs_said:
        return True
    had = no.claim.action.text.lower().startswith("had ")
    by_then = any(word == "by" and (then in policy.HOURS or then[:1].isdigit()) for word, then in pairs_said)
    return had and (by_then or ("for" in behind and not policy.SPANS.isdisjoint(behind)))


def not_before(no: RoleSide, yes: RoleSide) -> bool:
    """ "Will not close before 2033" leaves room for "will close", of which no day is told."""
    timed = yes.claim.time is not None or not {"within", "in", "by", "on", "from"}.isdisjoint(yes.behind)
    return "before" in no.behind and _ahead(no.claim) and not timed


def another_time(no: RoleSide, yes: RoleSide) -> bool:
    """ "Did not attend the last summit", "will attend the summit"."""
    thing = no.claim.object.text.lower().split() if no.claim.object else []
    return not policy.LAST.isdisjoint(thing) and not _ahead(no.claim) and _ahead(yes.claim)


def no_longer(no: RoleSide) -> bool:
    """ "Is no longer in custody": so it was."""
    said = no.evidence.sentence.lower()
    return " no longer " in said or " not any more" in said


def other_time(no: RoleSide, yes: RoleSide) -> bool:
    """ "Has not erupted since 1912", "erupted in 1912"; "lost in 2009", "won in 2013"; "not this week", "next week"."""
    years = no.evidence.context.years, yes.evidence.context.years
    when = [MONTHS.intersection(side.behind) for side in (no, yes)]
    if all(when) and not when[0] & when[1] and "before" not in no.words:
        return True
    if "next" in yes.behind and not {"this", "today", "tonight", "tomorrow"}.isdisjoint(no.behind):
        return True  # not this week, and next week
    if no.story and no.story == yes.story and _in_past_year(no) != _in_past_year(yes):
        return True  # "was shut in a 2019 strike"
    return _since(no, yes) or bool(years[0] and years[1] and not years[0] & years[1])


def _in_past_year(side: RoleSide) -> bool:
    told = side.evidence.published_at
    return told is not None and "since" not in side.words and any(y < told.year for y in side.evidence.context.years)


def _since(no: RoleSide, yes: RoleSide) -> bool:
    """ "Has not erupted since 1912"; "no word since the wreck" is of the story itself."""
    said = no.words
    if "since" not in said:
        return False
    start = [w for w in said[said.index("since") + 1 :][:_LOOK] if w.isdigit() or w in MONTHS]
    if start and no.story and no.story == yes.story and not {*WEEK, "yesterday", "today"}.isdisjoint(yes.behind):
        return False  # not since May, and on Tuesday
    return bool(start) or not no.story or no.story != yes.story


def until(a: RoleSide, b: RoleSide) -> bool:
    """What stays so "until May" may be over then; what stays so now, may be as it is told to become."""
    for lasts, other in ((a, b), (b, a)):
        if lasts.claim.action.key in policy.LASTING:
            first = lasts.claim.action.text.partition(" ")[0].lower()
            now = first in ("stay", "stays", "remain", "remains", "keep", "keeps") and _ahead(other.claim)
            return now or "until" in lasts.behind or (first in _NOW and _for_a_while(other))
    return False


def _for_a_while(side: RoleSide) -> bool:
    """ "Closed for two hours", which is over."""
    first = side.claim.action.text.partition(" ")[0].lower()
    spans = "for" in side.behind and not policy.SPANS.isdisjoint(side.behind[side.behind.index("for") :])
    return spans and first not in _NOW and not _ahead(side.claim)


def told_before(first: RoleSide, then: RoleSide, surely: bool = False) -> bool:
    """Whether the first was published no later; ``surely`` not where it is not known."""
    earlier, later = first.evidence.published_at, then.evidence.published_at
    return not surely if earlier is None or later is None else earlier <= later


def _ahead(claim: RoleClaim) -> bool:
    """Whether it tells of what is to come."""
    return claim.factuality not in policy.FACTS or claim.action.text.lower().partition(" ")[0] in policy.AHEAD
