"""Policy for events: which kinds may be one, and what time sets two apart, with the example that set each."""

# Classes that may name one event: the generic word on the left stands for each on the right.
GENERIC_EVENTS = {
    "attack": {"bombing", "shooting", "stabbing", "airstrike", "siege", "clash", "kidnapping", "launch", "protest"},
    "accident": {"crash", "collapse", "sinking", "fire", "mine", "fall", "bombing", "leak"},
    "disaster": {
        *("crash", "collapse", "sinking", "fire", "mine", "landslide", "avalanche", "flood", "storm", "stampede"),
        *("earthquake", "tsunami", "eruption", "wildfire", "accident", "outbreak"),
    },
    "storm": {"flood", "landslide"},
    "flood": {"landslide"},
    "fire": {"wildfire", "bombing"},
    "bombing": {"airstrike", "fire"},
    "clash": {"protest", "shooting", "bombing", "airstrike"},
    "tsunami": {"earthquake"},
    "crash": {"shooting"},
    "avalanche": {"landslide"},
    "siege": {"shooting", "bombing", "kidnapping", "robbery"},
    "robbery": {"shooting", "stabbing", "attack", "kidnapping"},
    "leak": {"fire", "bombing", "disaster"},
    "outage": {"storm", "fire", "attack", "earthquake", "disaster", "flood"},
    "fall": {"avalanche"},
}
# Where it happened: a mine accident is no road accident.
SETTINGS = frozenset("mine road rail air sea".split())
# Days: a year told with a figure, or a time so long ago, is a look back ("the 2003 quake").
LOOK_BACK = 300
# ... and so long before the report a time is not that of its event ("a first motion last June").
BACKGROUND = 120
# ... and a period with both its ends from this length on is a time of its own: two months are two, though they touch.
STRETCH = 20
# A fortnight is one moment.
ONE_MOMENT = 14
