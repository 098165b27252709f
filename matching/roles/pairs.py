"""Policy for pairs of actions: which are opposites, which are told of one thing, and what may follow upon what."""

from collections.abc import Iterator


def _pairs(lines: str) -> Iterator[tuple[str, str]]:
    """ "open | close lock" opposes both to the first."""
    for line in filter(None, map(str.strip, lines.splitlines())):
        first, _, others = line.partition("|")
        yield from ((one, other) for one in first.split() for other in others.split())


# Opposites, by action class: with the same actor and the same object, yes to one is no to the other.
OPPOSITES = frozenset(
    map(
        frozenset,
        _pairs("""
        accept | reject refuse
        accept-verdict | appeal challenge contest reject refuse
        acquit | convict
        agree | refuse
        approve | reject refuse abstain vote-against
        at-large | arrest detain jail capture catch surrender stay-in-custody
        attend | absent
        allow | ban reject
        bring-forward | delay
        arrive | turn-back
        as-planned | cancel delay
        cancel | continue take-place stage
        break-down | continue stay-in-force
        confirm | deny
        contain | out-of-control
        crash | land-safely
        deny-part | take-part be-behind
        deploy | withdraw
        end | continue extend
        function | malfunction
        hold-level | raise cut rise fall increase
        increase | decrease
        join | leave
        kill | survive rescue suicide
        lift-ban | impose extend uphold stay-in-force
        lock | open stay-open
        miss | meet reach play
        close | open operate run
        open | stay-closed
        pass | fail
        pass-test | fail-test
        plead-guilty | plead-not-guilty
        prevent | cause take-place
        raise rise | cut fall
        refuse reject | get receive win
        release | stay-in-custody hold-captive go-to-prison
        retain | sell
        run-for-office | drop-out
        stay-afloat | sink
        stay-in-custody | escape
        stay-in-group | leave-group
        stay-in-office | resign dismiss retire drop-out replace
        stay-open | close
        stay-put | evacuate
        succeed | fail
        support | oppose reject vote-against
        uphold | reject
        vote-against | vote-for abstain
        vote-for | reject abstain
        walk-out | work-on
        win | lose
        defeat | lose
        """),
    )
)
# What is done alike and told with either verb, where who does it and to what are told alike.
KINDRED = frozenset(
    map(
        frozenset,
        _pairs("""
        appeal | challenge contest
        approve | vote-for allow accept
        arrest detain | seize hold catch capture stay-in-custody
        close | lock
        destroy | burn
        dismiss | remove
        end | interrupt
        get | receive
        jail | go-to-prison
        offer | propose
        pay | transfer receive cover
        reject | vote-against
        request | apply demand
        stay-open | operate run open
        submit | introduce
        take-place | happen
        """),
    )
)
# What cannot be without the second: a no to that is a no to it.
IMPLIED = frozenset(
    _pairs("""
    acquit convict sentence plead-guilty plead-not-guilty | charge
    approve reject vote-for vote-against abstain | vote
    approve reject | submit
    approve reject accept refuse allow | decide
    extradite | arrest
    jail | sentence
    sentence | convict
    stay-in-force | impose
    """)
)
# Opposites where it is told who does it: "was killed" leaves open by whom.
BY_ANOTHER = frozenset((frozenset(("kill", "suicide")),))
# The actions that have an opposite.
OPPOSED = frozenset(action for pair in OPPOSITES for action in pair)
# All pairs that may be of one question though they are of two classes, and their actions.
BESIDE_EACH_OTHER = OPPOSITES | KINDRED | frozenset(map(frozenset, IMPLIED))
PAIRED = frozenset(action for pair in BESIDE_EACH_OTHER for action in pair)

# Of these, what may follow one upon the other in time: both can be true on other days, but not as plans for one.
IN_TURN = frozenset(
    map(
        frozenset,
        _pairs("""
        open | close
        deploy | withdraw
        raise rise | cut fall
        hold-level | raise cut rise fall increase
        """),
    )
)
# Of these the second follows upon the first: a search that goes on, and later is ended. The other way round is at odds.
IN_ORDER = frozenset(
    _pairs("""
    at-large | arrest detain jail capture catch surrender
    continue | end cancel break-down
    end | extend
    hold-captive | release
    impose extend uphold stay-in-force | lift-ban
    lock | open
    out-of-control | contain
    rescue | kill
    retain | sell
    run-for-office | drop-out
    stay-afloat | sink
    stay-closed | open
    stay-in-custody | release escape
    stay-in-group | leave-group
    stay-in-office | resign dismiss retire drop-out
    operate run | close
    stay-in-force | break-down
    stay-open | close lock
    stay-put | evacuate
    as-planned take-place stage | cancel
    as-planned | delay
    work-on | walk-out
    """)
)
