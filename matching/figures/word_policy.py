"""Policy for the words beside a figure: the tables by which they set it apart, with the example that set each."""

from matching.words.policy import CALENDAR

# Words by which a report turns to others than it is about: "Next door in Tarn, the budget is $3 billion".
ASIDES = (
    *("next door", "neighbouring", "neighboring", "elsewhere", "by contrast", "in contrast"),
    *("an earlier", "a previous", "the previous", "a similar", "earlier in the", "earlier on", "a separate"),
    *("by comparison", "in comparison", "unlike", "on the other hand", "other countries", "other states"),
    *("the subsidiary", "regional subsidiary", "its subsidiary", "sister company", "sister airline"),
)
OPENING = 6
# How badly people were hurt: five seriously, of 27.
SEVERITY = frozenset(
    """seriously severely critically badly gravely slightly lightly critical serious minor light severe
    life-threatening""".split()
)
# Words of a shock that is not the one that made the news.
OTHER_SHOCKS = frozenset("aftershock aftershocks foreshock foreshocks".split())
# Behind an article these make a rate of a count: "900 cars a day".
PER = "second minute hour day night week month quarter year season head person pupil litre kilo tonne share".split()
# What a poll says is no count of votes.
POLLS = frozenset("poll pollster pollsters survey".split())
BY_THE_YEAR = frozenset("yearly annual annually".split())
# A lower figure that alone is of one of these may be a part of the other: "130 homes in the village of Orl".
SMALL_PLACES = (
    *"village hamlet suburb neighbourhood neighborhood borough parish ward quarter district headquarters depot".split(),
    *("provincial capital", "regional capital", "state capital", "district capital", "county seat", "head office"),
)
# A share told of these is another than that of the whole: "turnout in the capital was 44 percent".
PARTS_OF_A_LAND = "capital city cities towns countryside province provinces suburbs north south east west".split()
# ... and so is one that was taken before the end: "by noon 40 percent had voted".
SO_FAR = ("so far", "by noon", "by midday", "at noon", "at midday", "by lunchtime", "by mid-afternoon", "until noon")
# Whose measure it is: a raise of 5 percent for workers is none of 9 percent for managers.
GROUPS = frozenset(
    """worker manager employee teacher nurse doctor pupil student woman man girl boy child adult pensioner driver
    trooper soldier farmer miner tenant landlord employer buyer seller importer exporter""".split()
)
# By these a court or a regulator tells what is to be paid or served.
RULED = frozenset("ordered orders awarded awards sentenced fined jailed ruled granted".split())
# ... and by these what may be: "could have been jailed for nine years".
MAY = frozenset("could might may faces face faced facing maximum".split())
# Which of several: "in the first quarter" is not in the second.
NUMBERED = "quarter half round leg session stage reading phase shipment delivery batch tranche".split()
WHICH = "first second third fourth fifth final last".split()
# Which of its lengths a thing has, said in the same words of any thing.
DIMENSIONS = frozenset("long high deep wide tall length height depth width".split())
# Behind a figure: of the time before the one that is told: "$48 million a year earlier".
STRETCHES = "year month quarter decade".split()
THEN = "earlier before ago previously".split()
# ... and of one that comes again: "turnout at the last election".
LAST = "last previous preceding".split()
ROUNDS = "election elections vote ballot poll polls referendum census season year quarter month round budget".split()
# Before a figure: what somebody has is no news of what happened to it.
HOLDS = frozenset("has have had holds hold held owns own owned employs employ employed operates runs".split())
# Where something was, beside names; and what a capital makes no place.
QUARTERS = "north south east west north-east north-west south-east south-west".split()
NO_PLACES = CALENDAR | frozenset("spring summer autumn winter".split())
# Of what kind a measured thing is: "youth unemployment" is another than "unemployment", "net profit" than "profit".
QUALIFIERS = frozenset(
    """youth female male long-term core net gross operating underlying pre-tax after-tax starting average median minimum
    maximum""".split()
)
# ... and of these, which are often left out, only where both sides tell one.
SECTORS = frozenset(
    """domestic foreign overseas private public federal state local municipal rural urban annual quarterly monthly
    retail wholesale""".split()
)
# Words before a measured noun that tell no other thing: the "main rate" is the "benchmark interest rate".
LOOSE = SECTORS | frozenset(
    """main key benchmark interest policy base headline total overall new whole entire full general voter nationwide
    national""".split()
)
# Who votes on a board; three Greens who do are a part of it.
VOTERS = frozenset(
    "votes members judges justices directors governors commissioners councillors jurors trustees".split()
)
# One vote of several: "the second bill".
OTHER_BILLS = frozenset("second third fourth final another other".split())
# Whose votes they are: two houses are two votes, and a committee's is not the house's.
HOUSES = frozenset("upper lower senate senators commons lords assembly council first second third final".split())
BEFORE_THE_HOUSE = frozenset("committee panel commission caucus reading amendment amendments".split())
# Kinds of one class, each with its synonyms: 900 teachers and 1,400 nurses are two counts, "staff" is either's.
_KINDS = """
miner|nurse|doctor medic physician|teacher|firefighter fireman|crewman crewmember|car hatchback saloon sedan suv
bus coach|truck lorry|van|train|plane aircraft|boat ship|climber|pilgrim|hiker|skier|reporter journalist
diplomat|marine|sailor|airman|reservist|protester demonstrator|inmate prisoner detainee|defendant
cow cattle bull|sheep lamb|horse|pig|goat|dog|cat|bird|hen chicken|turkey|whale|dolphin|seal|fish|deer|elephant
"""
KINDS = {
    noun: kind
    for kind, told in enumerate(_KINDS.strip().replace("\n", "|").split("|"))
    for one in told.split()
    for noun in (one, f"{one}s", f"{one}es", one.replace("man", "men"))
}
# What goes at a speed, and who drives it.
MOVERS = frozenset(
    """train express tram bus coach minibus car taxi lorry truck van motorcycle motorbike bicycle ferry ship boat vessel
    liner freighter tanker yacht plane aircraft jet airliner helicopter""".split()
)
DRIVERS = frozenset("driver motorist motorcyclist cyclist rider pilot".split())
# How many were aboard, lived, stayed, gathered or arrived: counts of people, or of what came, at one place.
PRESENCE = frozenset("aboard live stay inside shelter attend arrive".split())
# A part of those who were there, whoever they were.
THERE_TOO = frozenset("child woman male adult household police journalist agent soldier".split())
CREW = frozenset("crew crewman crewmen crewmember crewmembers".split())
PASSENGERS = frozenset("passenger passengers".split())
# Kinds of places, each with its synonyms: who lives in the town does not live in the district.
_PLACES = """
town city capital|village hamlet|camp settlement|district county|province region state|island|country nation|valley
street road|building house tower block|hut huts|quarter suburb neighbourhood neighborhood|slum
bus coach minibus|train tram|plane aircraft jet airliner flight|helicopter|car taxi|truck lorry
van|flat apartment|office|safe|garage|cellar|warehouse|suitcase|garden
trawler|tanker|ferry liner|yacht|tug|dinghy raft|freighter barge
stadium ground arena stands|square|hall auditorium|church mosque|park
"""
PLACE_KINDS = {
    word: kind for kind, told in enumerate(_PLACES.strip().replace("\n", "|").split("|")) for word in told.split()
}
# Several of a kind are other places than one: "the surrounding villages".
SEVERAL = {f"{word}s": kind for word, kind in PLACE_KINDS.items() if not word.endswith("s") and word != "house"}
# Words of another one of a kind, or of another time, and of a part of it.
ANOTHER = frozenset(
    """other another neighbouring neighboring second nearby earlier previous adjacent surrounding first third final
    before once formerly previously originally earlier rival opposing""".split()
)
A_PART = frozenset(
    """part parts section wing side floor deck end half northern southern eastern western upper lower old burned burnt
    visiting""".split()
)
TAKING = frozenset("take takes took taken taking".split())
# Behind a counted noun these say which of them: "12 trucks with flour".
WHICH_OF_THEM = ("with", "carrying", "loaded", "of", "from", "who", "whose", "under", "aged")
# Who counts whom they hold, and who stands for those held and may count others.
HOLDERS = frozenset(
    "police ministry prosecutor prosecutors authorities government army guards officials office".split()
)
THEIR_SIDE = frozenset(
    "lawyer lawyers union unions activist activists opposition organisers organizers ombudsman relatives rights".split()
)
# Words by which a later report says that its higher count is further on.
FURTHER_ON = frozenset("risen rose climbed grown swelled swollen mounted revised updated upwards now overnight".split())
# Parts of a day at which counts are told to stand.
HOURS = frozenset("morning noon midday afternoon evening night midnight".split())
# What moves, like the wind, was so once at one of these: "winds of 185 kilometres an hour when it made landfall".
MOMENTS = frozenset("landfall ashore impact".split())
# Nouns by which a report tells one person's fate.
SOMEBODY = frozenset(
    "man woman boy girl child baby toddler teenager student officer soldier climber male female".split()
)
