"""Protects the look-up of stories: whatever an article is like enough to tell of is found by the keys it shares."""

from hypothesis import given
from hypothesis import strategies as st

from claims.article import Profile
from matching.events.about import About
from matching.events.stories import keys, likeness

NAMES = st.frozensets(st.sampled_from("anna bo cato dag eli finn".split()), max_size=5)
PLACES = st.frozensets(
    st.sampled_from("norway norway/varsund norway/@nw norway/?/halden china china/sichuan".split()), max_size=3
)
KINDS = st.frozensets(st.sampled_from("earthquake fire site:school attack".split()), max_size=2)
WORDS = st.frozensets(st.sampled_from("toll rubble mayor tent rescue aid army snow dawn pit".split()), max_size=10)
PROFILES = st.builds(Profile, names=NAMES, places=PLACES, events=KINDS, words=WORDS)


@given(PROFILES, PROFILES)
def test_a_story_that_an_article_tells_of_shares_a_key_with_it(article: Profile, story: Profile) -> None:
    if likeness(About(article), About(story)) >= 0:
        assert keys(article) & keys(story)


@given(PROFILES, PROFILES)
def test_the_keys_of_a_story_are_among_those_of_what_it_grows_to(first: Profile, more: Profile) -> None:
    assert keys(first) | keys(more) <= keys(first | more)
