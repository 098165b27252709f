"""Policy for roles: the tables that judging who does what goes by, on one screen, with the example that set each."""

from claims.factuality import Factuality
from matching.words.policy import WEEKDAYS

# Verbs that say too little to oppose each other by themselves.
LIGHT = frozenset(
    """make take get go come give put keep let become seem remain begin start continue try use see look appear want
    need say tell speak show include play work provide bring turn call hold set move run happen mean lead follow add
    know think believe feel like want expect face leave stay stand send help serve involve represent""".split()
)
# To be or to have something: who and what must be told alike to the word.
STATES = frozenset(("be", "have"))

# What befalls somebody: "X was killed" and "X died" have one X, though one names it as object.
BEFALLS = frozenset(
    """kill injure missing survive infect hospitalize elect evacuate displace arrest marry resign arm damage dismiss
    rescue release stay-in-office stay-in-custody detain jail seize catch capture at-large stay-put retire
    go-to-prison safe drink insure license conscious arrive turn-back replace suicide destroy burn""".split()
)
# What ends or closes by itself, or somebody ends it: "the strike will end", "the union will end the strike".
ERGATIVE = frozenset(
    """end continue close open begin stop resume sink expand stay-open stay-closed orbit cancel delay take-place
    as-planned lock submit replay raise cut rise fall hold-level stay-afloat operate run break-down stay-in-force
    contain out-of-control lift-ban impose extend prevent""".split()
)
# Whoever does one of these in a story has a part in it: "had no part" is a no to all of them.
PARTS = frozenset("mediate organize organise plan lead finance fund host run coordinate".split())
# Groups for whom alone something may be done or not.
SOME = """children adults women men patients babies infants pupils students pensioners minors teenagers smokers
    over-[0-9]+s under-[0-9]+s foreigners migrants refugees residents tourists""".split()
# What somebody does once in a story, whether or not it is told against or before whom.
ONCE = frozenset(
    """appeal resign testify sue retire apologize appear surrender concede strike accept-verdict challenge contest
    abstain run-for-office drop-out concede-defeat take-place as-planned vote vote-for vote-against leave-group
    stay-in-group deny-part be-behind take-part function malfunction""".split()
)
EVER_ONCE = ONCE - {"testify", "appear", "sue"}
# What two do with each other: "A will meet B" is B's meeting, too.
SYMMETRIC = frozenset("meet marry divorce merge negotiate talk debate clash".split())
# States that last, and may have an end that is told with them.
LASTING = frozenset(
    """stay-open stay-closed stay-in-office stay-in-custody stay-put stay-afloat stay-in-group stay-in-force
    at-large""".split()
)
# What is so as long as it is told in the present: "is shut".
AS_LEFT = frozenset(("open", "close", "lock"))
# The first words of what is to come.
AHEAD = frozenset("will won't would wouldn't shall to may might".split())

# What one body does: two bodies that claim it disagree, unless one contains the other.
OF_ONE_BODY = frozenset(("request", "order", "lead"))

# Such words cut to stems, with what goes with them: they are of no story.
CUE_STEMS = frozenset(
    "hoax fak fake myth satire satir debunk untrue fabric spoof report claim story confir rumor denies".split()
)


# Titles and group words that do not tell one actor from another.
GENERIC_ACTORS = frozenset(
    """official source spokesman spokeswoman spokesperson person man woman people police authority government company
    member group report study researcher expert it they he she worker soldier troop officer leader team plan effort
    move decision sources official""".split()
)
# What lasts so long is soon over: "closed for two hours".
SPANS = frozenset("minute minutes hour hours day days night week weeks weekend".split())
# Behind "by": until when something had not come.
HOURS = frozenset("noon midday midnight dawn dusk nightfall morning evening afternoon then".split()) | WEEKDAYS
# Of these a story has one, where what they did is told alike.
BODIES = frozenset("police army government company".split())
# Of these a story has many.
VOICES = frozenset("official source expert analyst witness witnes resident passenger".split())
# Who is denied for all.
NOBODY = frozenset(("nobody", "none", "one"))
# ... where one of these follows, or nothing: "nobody was hurt in the second blast" is of that alone.
BEHIND_ALL = frozenset("he she police officials the over so because as from of".split())
# Behind these stands where something is done.
PLACING = frozenset("in at on near inside outside".split())
# One that was before: "the last summit".
LAST = frozenset(("last", "previous", "first", "earlier"))
# Who stands in for somebody: "the vice president" is not the president, nor is the co-pilot the pilot.
STANDING_IN = frozenset("vice co deputy assistant".split())
OFFICES = frozenset(
    "president minister governor mayor chairman chairwoman director captain chief secretary commissioner pilot".split()
)
# What a government does not do, none of these does.
GOVERNMENT = frozenset("government cabinet administration".split())
MINISTERS = frozenset("minister ministry premier cabinet".split())
# Objects that say no more than the action: what is shot is a shot.
OF_ITSELF = {"shoot": frozenset("shot round bullet volley salvo gun weapon firearm".split())}
# What is denied of anybody and anything where nothing is told of it.
DENIED_OF_ANY = frozenset("shoot pay attack sell sign demand beat vote fire-gas escape".split())
# By these somebody is made to do something.
COMMANDS = frozenset("ordered told instructed asked urged".split())
# What there is none of, in words that leave out whose: "there will be no layoffs".
NONE_AT_ALL = frozenset("lay-off evacuate deploy walk-out request recall recount resign withdraw".split())
# What goes up or down; where it stood each time is for its figures.
LEVELS = frozenset("raise rise cut fall increase decrease".split())
# Levels that are corrected within a day.
TOLLS = frozenset(("toll", "tally"))
# Who stands beside somebody: "the captain's wife" is not the captain.
BESIDE = frozenset(
    """wife husband widow partner son daughter child father mother parent brother sister cousin friend neighbour
    aide deputy adviser advisor lawyer assistant successor predecessor rival opponent bodyguard driver secretary
    colleague boss""".split()
)
# What is told as a fact, that it is or that it is not.
FACTS = frozenset((Factuality.CERTAIN, Factuality.CERTAIN_NOT))
# What begins so is one of several.
INDEFINITE = ("a ", "an ", "another ", "some ", "several ", "many ", "other ")
# What begins so is some of a kind, and others may fare otherwise.
COUNTS = frozenset(
    """one both some several many few most half two three four five six seven eight nine ten eleven twelve thirteen
    fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety dozens
    hundreds thousands""".split()
)
# What begins so is all of a kind: none of them fares otherwise.
WHOLES = frozenset(("all", "every", "each"))
NEARLY = frozenset("almost nearly virtually practically most mostly".split())
# What "they" are is too loose to oppose: "they were in the school" may point to anybody.
PRONOUNS = frozenset("he she they it we them him her".split())

# Shares of words that two actors, two objects, two sentences must have in common.
SAME_ACTOR = 0.6
SURELY = 0.99
SAME_OBJECT = 0.5
SAME_STATE = 0.66
# What two objects of one head in one story are worth.
ONE_HEAD = 0.9
# With no object on one side the sentences must share this share of their words beside actor and action.
SAME_MATTER = 0.3
# A text that calls a story untrue must be about that story.
SAME_STORY = 0.5
# With a name in common a third of the words will do: headlines put one story in many words.
SAME_STORY_BY_NAME = 0.3
