"""A case as Markdown, for where Prefect shows one: its versions are the history of the case."""

from datetime import UTC, tzinfo

from alerts import wording
from alerts.links import NOWHERE, Links
from alerts.message import Message, Side, Voice
from alerts.scraped import cut, markdown

QUOTE_LIMIT = 500


def card(message: Message, links: Links = NOWHERE, zone: tzinfo = UTC) -> str:
    """The question, both sides with their quotes, what changed, and where to answer."""
    lines = [f"## {markdown(message.question)}", f"**{message.label}.** {markdown(message.reason)}"]
    for side in message.sides:
        lines += _side(side, message, zone)
    lines.append(f"{markdown(message.changed)} ({wording.when(message.at, zone)})")
    places = {"Answer": links.review(message.case), "Whole story": links.case(message.topic, message.case)}
    lines.append(" · ".join(f"[{name}](<{where}>)" for name, where in places.items() if where))
    return "\n\n".join(line for line in lines if line)


def _side(side: Side, message: Message, zone: tzinfo) -> list[str]:
    heading = f"### {markdown(f'{wording.names(side.outlets)}: {side.says}')}"
    quotes = [f"> “{markdown(cut(v.quote, QUOTE_LIMIT, v.mark))}”\n>\n> {_who(v, message, zone)}" for v in side.voices]
    return [heading, wording.counted(side.reports, side.origins, side.new), *quotes]


def _who(voice: Voice, message: Message, zone: tzinfo) -> str:
    outlet = f"[{markdown(voice.outlet)}](<{voice.link}>)" if voice.link else markdown(voice.outlet)
    origin = [markdown(f"from {voice.origin}")] if voice.origin else []
    moment = ("" if voice.published else "seen ") + wording.when(voice.at, zone, message.at)
    return " · ".join([outlet, *origin, markdown(voice.said_by), moment])
