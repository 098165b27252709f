"""Policy for words: which say nothing, which call a story untrue, which name one thing or set two apart."""

# Words by which a text calls a story untrue: "is a hoax", "fake", "satire".
DENIAL_CUES = frozenset(
    """hoax hoaxes myth satire satirical debunked debunking debunk debunks untrue fabricated fictional spoof
    misinformation disinformation photoshopped doctored fools fooled duped""".split()
)
# With one of these before it a hoax is a crime, not a story: "arrested over a bomb hoax".
CRIMES = frozenset("bomb phone call threat emergency security anthrax swatting".split())
DENIAL_PHRASES = tuple(
    phrase.strip()
    for phrase in """not true, not real, isn't real, isn't true, no truth, never happened, didn't happen, not so,
    didn't actually, not actually, actually believed, false report, false claim, false rumor, false rumour, false story,
    false news, believe the big, everyone was wrong, don't believe,
    is fake, are fake, was fake, were fake, fake news, fake report, fake story, fake claim, totally fake, a fake,
    made up, urban legend, fact check, fell for, not dead""".split(",")
)
# A sentence with one of these may itself deny the story, so no cue in another one opposes it.
NEGATIONS = frozenset(
    """not no never nor without didn't isn't wasn't aren't hasn't haven't doesn't don't
    deny denies denied denying refutes refuted""".split()
)
# Sentence words that say nothing of what it is about.
STOP = frozenset(
    """a an the of in on at to for from by with and or but as is are was were be been being has have had do does did not
    no nor n't will would may might can could should shall must that this these those it its he she they them his her
    their who which what when where while after before if than then so such also just only very more most over about
    into out up down off said says say told reports report reported according new now still yet there here you your we
    our i s t how why because during against between through own same other another some any all both each few how's
    first two one sorry yes""".split()
)
# Days and months: "closes in May" names no place.
MONTHS = frozenset("january february march april may june july august september october november december".split())
WEEK = "monday tuesday wednesday thursday friday saturday sunday".split()
WEEKDAYS = frozenset(WEEK)
CALENDAR = MONTHS | WEEKDAYS
# Words that name one relation: a dad is a father.
SAME_WORDS = {
    **dict.fromkeys(("dad", "daddy"), "father"), **dict.fromkeys(("mum", "mom"), "mother"),
    "plant": "factory",
    **dict.fromkeys(("kid", "boy", "girl", "son", "godson", "daughter"), "child"), "kids": "child", "children": "child",
    **dict.fromkeys(("cop", "cops", "policeman", "policemen", "policewoman", "policewomen", "constable"), "police"),
    **dict.fromkeys(("officer", "officers"), "police"),
    **dict.fromkeys(("soldier", "soldiers", "troop", "troops", "forces", "military"), "army"),
    "teen": "teenag", "u.s.": "us", "u.s": "us", "america": "us", "american": "us",
    "britain": "uk", "british": "uk", "england": "uk",
}  # fmt: skip

# Within one story these name one thing, too.
SAME_IN_STORY = {
    word: group.split()[0]
    for group in """factory plant mill site, goal target endpoint aim objective, offer proposal deal package,
    soldier troop serviceman guardsman, worker employee staff, union federation, bill law measure act legislation,
    cargo freight goods, main primary principal key chief, firm company business group, prison jail,
    work production output operation, attack raid assault, vessel ship ferry boat, aircraft plane airliner jet,
    car vehicle, train express, clinic hospital, lawmaker deputy legislator, protest demonstration rally,
    inquiry investigation probe,
    takeover acquisition sale purchase buyout, base camp barracks garrison, captain master skipper,
    deployment mission,
    shop store outlet, game match tie fixture, verdict ruling decision judgment judgement, accord pact treaty,
    money cash payment cent penny ransom, aid subsidy funding,
    data record file detail, ceasefire truce armistice, prisoner inmate convict detainee""".split(",")
    for word in (*group.split(), *(f"{one}s" for one in group.split()))
} | {"men": "man", "women": "woman", "people": "person"}
# Of a "who" or "which" behind a noun: words that tell one deed.
SAME_DEEDS = {
    **dict.fromkeys(("fire", "fired", "shot", "shooting", "shots", "gunfire"), "shoot"),
    **dict.fromkeys(("died", "killed", "dead"), "kill"),
    **dict.fromkeys(("hurt", "injured", "wounded"), "injure"),
}
RELATIVES = frozenset(("who", "which", "that", "whose", "whom"))
# Where one has such a word there are several: "the second suspect".
MARKED = frozenset(
    """first second third fourth fifth other another northern southern eastern western upper lower inner outer older
    younger elder""".split()
)
# Words that set two of a kind against each other, a line each.
CONTRASTS = tuple(
    frozenset(line.split())
    for line in """north south east west central, northern southern eastern western central,
    upper lower, left right, inner outer, front rear back, male female, men women, boys girls,
    older younger elder eldest youngest,
    junior senior, primary secondary, morning afternoon evening night overnight, weekday weekend,
    domestic international foreign, inbound outbound, passenger freight, passenger cargo, passenger goods,
    old new, final last initial original earlier previous next latest,
    public private,
    army navy police border defence defense,
    red green blue yellow black white,
    monday tuesday wednesday thursday friday saturday sunday, majority minority, one two three four five six
    seven eight nine ten, husband wife, father mother son daughter brother sister, national regional local""".split(",")
)
# Where something stands among its kind, which the other report may leave out.
RANKS = frozenset("latest last final new current own present".split())
# Words for people of any kind, cut to stems.
ANYBODY = frozenset(("man", "person"))
# What a name may call first: "Camp Haldane" is a camp.
KINDS_FIRST = frozenset("camp hotel lake mount port fort operation hurricane typhoon cyclone".split())
# Whom a lawyer speaks for.
CLIENTS = frozenset(("my client", "our client", "his client", "her client"))
# What begins so is any of a kind, or none; and what may stand behind that before the noun.
ANY_OF = frozenset("all every each any no none".split())
NUMBERS = frozenset("two three four five six seven eight nine ten of the its their his her".split())
# What a sum of money may be called.
CURRENCIES = frozenset("$€£¥")
CURRENCY_WORDS = frozenset("dollars euros pounds crowns francs yen yuan rupees rubles roubles pesos reais rand".split())
MONEY = frozenset("money cash ransom payment aid cent penny bribe compensation subsidy".split())
