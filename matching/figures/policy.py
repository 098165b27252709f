"""Policy: the numbers and tables that judging goes by, on one screen, each with the example that set it."""

from decimal import Decimal

from claims.claim import Status
from claims.relation import Relation

# -- values ---------------------------------------------------------------------------------------

# "about 600 metres" and "2,000 feet" (609.6) agree; "some 40 dead" and "43" do not.
ABOUT = Decimal("0.05")
# ... and "nearly 200,000 euros" are 180,000: a sum that is told with one digit is told loosely.
ABOUT_ROUND = Decimal("0.11")
# A part told in words is rounded: 63 percent are "almost two thirds".
PART = Decimal("0.05")
# "600 metres" and "2,000 feet" are one length told in two units.
CONVERSION = Decimal("0.02")
# 12 % and 12.1 %, "$1.43 billion" and "$1.4 billion" are roundings; 20,000 and 21,000 are not.
ROUNDING = Decimal("0.025")
# Small numbers are rounded to the unit: two miles and three kilometres, seven miles and eleven kilometres.
SMALL = Decimal(20)
# Counts below this are told exactly: 296 dead and 300 dead are two tolls.
ROUNDED_FROM = Decimal(1000)
# A round lower bound ("over 200 hurt") is loose: 249 keeps it; "at least 23" against "at least 26" is news.
LOOSE_BOUND = Decimal("1.25")

# Relations of values that cannot stand side by side as they are.
APART = frozenset({Relation.CONFLICTS, Relation.UPDATES})

# -- events ---------------------------------------------------------------------------------------

# Prices and levels that move by the minute: without the moment, two figures answer two questions.
MARKETS = frozenset("market currency".split())
# Plans whose days lie so far apart are two: so many jobs "next year", more "by 2030".
HORIZON = 120
# What began longer before a report than so many days, and goes on, is of more than the event that it tells of.
ONE_EVENT = 14
# What was so many days before a report is not what it tells of as of now.
SINCE = 3
# People on board are at most so many times the passengers: the crew are the rest.
WITH_CREW = 1.5

# -- questions ------------------------------------------------------------------------------------

# Weights of the features of "same question"; what is not said on one side counts as SILENT.
WEIGHTS = {"place": 0.25, "event": 0.2, "site": 0.1, "names": 0.2, "words": 0.25, "near": 0.1}
SILENT = {"place": 0.4, "event": 0.4, "site": 0.5, "names": 0.4, "words": 0.5, "near": 0.0}
# Tolls from this on, the smaller of which is at least so much of the larger, are rather of one event than of two.
TELLING = Decimal(10)
CLOSE = Decimal("0.66")
# ... and so close that a small toll in common ties their texts together: one dead, 15 or 16 hurt.
VERY_CLOSE = 0.9
# How much more sure it is one event when two other figures of the texts agree ("36-year-old", "11 hurt").
ANCHOR = 0.2
# How much more sure two measures of one thing in one action are one question ("approved a budget of …").
TOLD_ALIKE = 0.1
# What two articles of one story start from: the event is known, the question has still to be the same.
ONE_STORY = 0.6
# Two counts without an action are one question only where their sentences share so many of five words.
SAME_WORDS = 0.6
# ... or where one story tells of one noun, other than these, and no value is more than so many times the other.
ANYBODY = frozenset("people person persons others other more man men woman women victim victims lives bodies".split())
ALIKE = Decimal("2.5")
# ... and where this many words are told on both sides, the noun among them; an action that says no more than that
# something happened to those counted is told for any other.
TOLD_WORDS = 2
AFFECTS = frozenset({"affect", "hit"})
AFFECTING = frozenset("outage breach recall lay-off".split())
# Votes of one house: those of another are told in the same words, and are mostly many more or fewer.
BALLOTS = frozenset("vote-for vote-against abstain".split())
ONE_HOUSE = Decimal("1.4")
# ... and a board of nine votes as a house does; one or two are told of by name.
A_BOARD = Decimal(3)
# Two distances are one only where so many words say from where to where.
SAME_PLACES = 3
# A figure four times the other is of another thing (feet told as metres are 3.28 times); a toll may grow a hundredfold.
IMPLAUSIBLE = Decimal(4)
IMPLAUSIBLE_TOLL = Decimal(150)
# The family of those of whom an event has one: "the pilot".
SOLE = "sole"
# ... and of what lasts: "a 72-hour truce"; of these a story has one, of contracts, strikes and loans it may have more.
SPAN = "span"
ONE_SPAN = frozenset("deployment ceasefire curfew lockdown siege".split())
# Magnitudes further apart are of two quakes: first estimates of one differ by some tenths.
ONE_QUAKE = Decimal(1)
# Actions whose duration is a fact of its own: "sentenced to 18 months".
TERMS = frozenset("sentence detain jail suspend ban".split())
# Verbs that say no more of a share than that it is another now: "at 12 percent", "rose to 12.1 percent".
LEVELS = frozenset(("", "rise", "fall", "increase", "decrease", "raise", "cut"))
# Money and shares answer one question only where their subject is told on both sides.
SUBJECT_NEEDED = ("money", "percent", "share", "ratio")
# What is and what is thought to be are told for each other; plans, requests and earlier values are not.
FACTS = frozenset({Status.DONE, Status.ESTIMATE})
# Surnames are misspelt by a letter ("Rait", "Raite").
SAME_NAME = 85
# Below this two claims are about two things ("Blast kills 14 in Peshawar", "Blast kills 20 in Quetta").
SAME_QUESTION = 0.52

# A sentence of a later version so like one of the earlier (0 to 1) is that sentence, edited.
EDITED_SENTENCE = 0.8

# Nouns whose number is nobody's news: counts of an indictment, ways, times, reasons.
NOTHING_COUNTED = frozenset("count thing way time reason point example question step kind type part".split())
# How far a count reaches: two of these are two counts.
REACH = {
    **dict.fromkeys(("nationwide", "nationally", "countrywide"), "nation"),
    **dict.fromkeys(("worldwide", "globally", "global"), "world"),
    **dict.fromkeys(("statewide", "citywide", "locally", "mainland"), "part"),
}
# Counts that come in batches, each a figure of its own: noted, never paged ("eight convicted", "four pleaded guilty").
BATCHES = frozenset(
    """convict charge sentence jail plead plead-guilty identify find treat hospitalize close lead request-by""".split()
)
# Counts that can only grow while an event unfolds.
GROWS = frozenset(
    """kill injure missing arrest rescue evacuate displace infect hospitalize destroy damage burn detain shoot
    survive""".split()
)
# Counted things that themselves grow, whatever is said of them: "412 cases", "455 cases" a day later.
GROWING = frozenset({"sick"})
# ... and things that do not: when shots are counted they have been fired.
OVER = frozenset({"projectile"})
# Whom somebody holds they have counted.
HOLD = frozenset({"arrest", "detain"})
# By these a crowd is counted.
CROWDS = frozenset({"attend", "protest"})
# How many they were, matters wherever in a report one side stands: a crowd, and those on board.
HEADS = CROWDS | {"aboard"}
# Two estimates of one crowd: 8,000 by the police and 8,500 by the organisers.
ONE_CROWD = Decimal("0.9")
# What one pays another is told of either.
DEALS = frozenset("buy sell sign pay charge cost transfer receive award".split())
# What is measured, where the text says no more than that of whatever it is.
DIMENSIONS = frozenset("magnitude aftershock age length".split())
# How far something has come is no question: it is further on a minute later.
PROGRESS = frozenset({"votes-counted"})
# Words for measures of which a story may have several: a market share, a share's price.
MANY_OF_ONE_NAME = frozenset("share price cost sum amount figure rate loss profit".split())
# What is counted by the day.
DAILY = CROWDS | {"arrest", "detain", "cancel"}
# Counts that go up and down: of two told one after the other the later is the news.
VARIES = frozenset("missing hospitalize evacuate displace detain".split())
# Measured things that do: the wind has died down since.
VARYING = frozenset("wind gust temperature level river water".split())
# What befalls people alone: three accidents are not three killed.
PEOPLE_ONLY = frozenset("kill injure arrest infect hospitalize abduct detain jail convict sentence".split())
# What befell people: a figure of one of these never answers a question about another.
CASUALTY = frozenset(
    """kill injure missing arrest rescue evacuate infect hospitalize abduct shoot detain jail displace survive release
    charge convict sentence""".split()
)
# ... except these, two words for one count: whoever marched took part.
ONE_COUNT = (
    *(frozenset({"protest", "attend"}), frozenset({"withdraw", "leave"}), frozenset({"arrest", "detain"})),
    *(frozenset({"rescue", "pick-up"}), frozenset({"steal", "missing"}), frozenset({"burn", "destroy"})),
    *(frozenset({"sink", "fall"}), frozenset({"deliver", "receive", "arrive", "unload", "hand"})),
)
# ... and these, which reports of one event use for each other and yet count otherwise: eight shot may be three dead.
INTERCHANGEABLE = (
    *ONE_COUNT,
    *(frozenset({"injure", "shoot", "hospitalize"}), frozenset({"arrest", "detain", "charge"})),
    *(frozenset({"detain", "jail"}), frozenset({"rescue", "release", "survive"})),
)
# What two sides of an exchange do to each other: those freed here are not those freed there.
EXCHANGED = frozenset({"release"})
# Whom an arrest counts, and the actions that count them.
HELD = frozenset("suspect militant agent".split())
HOLDING = frozenset("arrest detain jail charge convict sentence release acquit".split())
# Classes of people who are a part of those hurt: six children killed are not a toll of eleven.
SUBSETS = frozenset("child woman male adult police soldier militant suspect journalist agent".split())
