"""Terms: words of a text together with what they are filed under."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Term:
    """A piece of text and its canonical key.

    ``text`` is the surface form ("apprehending individuals"), ``key`` what it is filed and compared
    under ("arrest"), ``family`` the wider class that related keys share ("arrest" for "arrest",
    "support-arrest"; "person" for "soldier", "civilian"), empty where there is none.
    """

    text: str
    key: str
    family: str = ""
