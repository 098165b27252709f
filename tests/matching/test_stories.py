"""Protects stories: one event's dead never meet another's."""

from claims.article import Profile
from claims.relation import Evidence
from matching.events.stories import DAYS, Story, story_of
from tests.matching.told import article

QUAKE = "A 6.1-magnitude earthquake struck Aceh in Indonesia, killing 24 people, said Sutopo Nugroho of the agency."
AGAIN = "Rescuers in Aceh searched the rubble a day after the Indonesian earthquake; Nugroho put the toll at 35."
OTHER = "An earthquake shook Qeshm off southern Iran and killed ten people, governor Heydar Alishbandi said."


def profile(text: str) -> Profile:
    whole = Profile()
    for item in article(text):
        whole |= item.context
    return whole


def story(text: str, day: int = 100) -> Story:
    return Story("s", profile(text), day, day)


def test_another_report_joins() -> None:
    assert story_of(profile(AGAIN), 101, [story(QUAKE)]) is not None


def test_another_quake_does_not() -> None:
    assert story_of(profile(OTHER), 101, [story(QUAKE)]) is None


def test_the_same_place_long_after_is_another_story() -> None:
    assert story_of(profile(AGAIN), 101 + DAYS, [story(QUAKE)]) is None


def test_an_article_without_a_day_may_tell_of_any() -> None:
    assert story_of(profile(AGAIN), None, [story(QUAKE)]) is not None


def test_of_two_the_one_more_like() -> None:
    quake, other = story(QUAKE), Story("o", profile(OTHER), 100, 100)
    found = story_of(profile(AGAIN), 101, [other, quake])
    assert found is not None
    assert found.id == "s"


def parts(text: str) -> list[tuple[str, str | None]]:
    def said(item: Evidence) -> str | None:
        return item.claim.part if hasattr(item.claim, "part") else None

    return [(item.quote.split()[0], said(item)) for item in article(text) if hasattr(item.claim, "quantity")]


def test_a_lesser_count_is_part_of_the_one_the_article_opens_with() -> None:
    text = "The quake left 24 people dead. In the north ten people were killed. In the south 12 people were killed."
    assert parts(text) == [("24", None), ("ten", "part"), ("12", "part")]


def test_a_short_report_joins_by_place_kind_and_day() -> None:
    first = story("A bus carrying pilgrims fell into a ravine near Pokhara in Nepal, and 18 people died, police said.")
    later = "At least 21 people were killed when a bus left the road near Pokhara on Thursday, officials said."
    assert story_of(profile(later), 101, [first]) is not None
    assert story_of(profile(later), 101 + DAYS, [first]) is None


def test_what_two_courts_say_of_one_man_is_one_story() -> None:
    first = story("Former minister Colin Farrow was sentenced to six years for taking bribes from a builder.")
    later = "Colin Farrow, the former minister, was jailed for seven years on Tuesday for accepting bribes."
    assert story_of(profile(later), 101, [first]) is not None


def test_two_shootings_of_one_state_and_weekend_are_two_stories() -> None:
    first = story("Three people were killed in a shooting outside a nightclub in Columbus, Ohio, police said.")
    other = "Two men were shot dead at a house party in Cleveland, Ohio, late on Saturday, police said."
    assert story_of(profile(other), 101, [first]) is None


def test_a_story_with_many_names_does_not_take_in_every_report_of_its_kind() -> None:
    """What a long story shares by chance ("Red Cross") says little: without that it would grow by all of its kind."""
    names = [
        f"{first}{last}"
        for first in ("Bel", "Dor", "Gam", "Hul", "Kir", "Lor")
        for last in ("gard", "wick", "mere", "holm")
    ]
    towns = [f"An earthquake shook {name}, and the Red Cross opened tents, Ana {name}sen said." for name in names]
    long = story(" ".join(towns))
    other = "An earthquake shook Quellamark on Tuesday, and the Red Cross sent blankets to the town of Vorrenhal."
    assert story_of(profile(other), 101, [long]) is None


SPILL = "A tanker run by Ostrand spilt oil off Kelvig on Sunday, harbour master Runa Aas said."


def test_a_report_that_names_the_story_further_down_joins() -> None:
    later = "Fishermen whose nets the oil spilt off the coast has blackened asked for help on Tuesday."
    named = frozenset(("ostrand", "kelvig", "aas"))
    assert story_of(profile(later), 101, [story(SPILL)]) is None
    assert story_of(profile(later), 101, [story(SPILL)], mentioned=named) is not None


def test_one_name_further_down_is_not_enough() -> None:
    later = "Fishermen asked for help on Tuesday, and nobody has told them how long it will last."
    assert story_of(profile(later), 101, [story(SPILL)], mentioned=frozenset(("ostrand",))) is None


def test_names_in_common_outweigh_another_site() -> None:
    first = story("A fire destroyed the Halvard hotel in Norrby, fire chief Lena Brask of Sydhall said.")
    later = "The fire that Lena Brask fought in Norrby began in a school kitchen of the Halvard, Sydhall said."
    assert story_of(profile(later), 101, [first]) is not None


def test_names_that_are_words_besides_say_less() -> None:
    first = story("The Red Cross took in families from Kelvig after the flood, said Rail Works, which lent it a hall.")
    later = "A fire in Norrby destroyed a bakery; the Red Cross and Rail Works brought blankets."
    rare, plain = frozenset(("norrby", "red", "cross", "rail", "works")), frozenset(("norrby",))
    assert story_of(profile(later), 101, [first], mentioned=rare) is not None
    assert story_of(profile(later), 101, [first], mentioned=plain) is None


def test_a_hospital_and_a_river_bank_are_no_other_sites() -> None:
    first = story("A bus left the road near Sarl, rolled down the bank of the Orra river and killed nine passengers.")
    later = "The driver of the bus that crashed into the Orra is in the hospital, and his passengers praise him."
    assert story_of(profile(later), 101, [first]) is not None
