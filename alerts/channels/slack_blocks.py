"""A message as Slack's Block Kit, within its limits.

Scraped text goes into rich text elements, where Slack reads no markup, no mentions and no control sequences; only the
fallback text is read as markup, and there ``&``, ``<`` and ``>`` are escaped as Slack asks
(https://api.slack.com/reference/surfaces/formatting#escaping).
"""

from datetime import UTC, datetime, tzinfo
from typing import Any

from alerts import wording
from alerts.bulletins.bulletin import Bulletin
from alerts.links import NOWHERE, Links
from alerts.message import Message, Side, Voice
from alerts.scraped import cut

Block = dict[str, Any]

HEADER = 150  # characters of a header block
FALLBACK = 480  # of the fallback text: notifications show a line or two
QUOTES = 6000  # of all quotes together: the blocks of one message may hold about 13,000
QUOTE_AT_LEAST, QUOTE_AT_MOST = 120, 700
SIDES = 8
ITEMS = 40  # of a bulletin; with their titles they stay under 50 blocks
LINK = 3000


def fallback(content: Message | Bulletin) -> str:
    """The one line for a notification, and for what shows no blocks."""
    if isinstance(content, Bulletin):
        return _escaped(cut(f"{content.title}. {content.intro}", FALLBACK))
    return _escaped(cut(f"{content.label}: {content.headline}", FALLBACK))


def blocks(message: Message, links: Links = NOWHERE, zone: tzinfo = UTC) -> list[Block]:
    """The first message of a case, and what it becomes when the case changes."""
    shown = message.sides[:SIDES]
    room = QUOTES // max(1, sum(len(side.voices) for side in shown))
    limit = min(max(room, QUOTE_AT_LEAST), QUOTE_AT_MOST)
    found: list[Block] = [_header(f"{message.label}: {message.question}")]
    if message.reason:
        found.append(_rich(_section([_text(cut(message.reason, QUOTE_AT_MOST))])))
    found += [_rich(*_side(side, message, zone, limit)) for side in shown]
    if len(message.sides) > SIDES:
        found.append(_rich(_section([_text(f"and {len(message.sides) - SIDES} more answers")])))
    return [*found, {"type": "divider"}, _rich(_section(_footing(message, links)))]


def reply(message: Message, links: Links = NOWHERE, zone: tzinfo = UTC) -> list[Block]:
    """What is added to the thread: what changed, and the newest quote if a report brought the change."""
    lines: list[Block] = [_section([_text(cut(message.changed, QUOTE_AT_MOST), bold=True)])]
    if message.page:
        side, voice = newest(message)
        lines += [_section([_text(f"{voice.outlet}: {side.says}")]), _quote(voice, QUOTE_AT_MOST)]
        lines.append(_section(_who(voice, message, zone)))
    return [_rich(*lines)]


def newest(message: Message) -> tuple[Side, Voice]:
    """The report that brought the change, and the side it is on."""
    return max(((s, voice) for s in message.sides for voice in s.voices), key=lambda pair: (pair[0].new, pair[1].at))


def bulletin_blocks(bulletin: Bulletin) -> list[Block]:
    """A summary, a digest, or word to the operator."""
    found = [_header(bulletin.title)]
    if bulletin.intro:
        found.append(_rich(_section([_text(cut(bulletin.intro, QUOTE_AT_MOST))])))
    room = ITEMS
    for section in bulletin.sections:
        shown = section.items[:room]
        room -= len(shown)
        lines = [_section([_text(section.title, bold=True)])]
        points = [_section(_item(item.text, item.note, item.link)) for item in shown]
        lines.append({"type": "rich_text_list", "style": "bullet", "elements": points})
        if len(section.items) > len(shown):
            lines.append(_section([_text(f"and {len(section.items) - len(shown)} more")]))
        found.append(_rich(*(line for line in lines if line.get("elements"))))
    return [*found, _rich(_section([_text(cut(bulletin.closing, QUOTE_AT_MOST))]))] if bulletin.closing else found


def _side(side: Side, message: Message, zone: tzinfo, limit: int) -> list[Block]:
    head = [_text(cut(f"{wording.names(side.outlets)}: {side.says}", QUOTE_AT_MOST), bold=True)]
    found = [_section([*head, _text(f"  {wording.counted(side.reports, side.origins, side.new)}")])]
    for voice in side.voices:
        found += [_quote(voice, limit), _section(_who(voice, message, zone))]
    more = side.reports - len(side.voices)
    return [*found, _section([_text(f"and {more} more")])] if more > 0 else found


def _quote(voice: Voice, limit: int) -> Block:
    shown = cut(voice.quote, limit, voice.mark)
    mark = voice.quote[slice(*voice.mark)]
    before, found, after = shown.partition(mark) if mark else (shown, "", "")
    parts = [_text(f"“{before}"), _text(found, bold=True), _text(f"{after}”")]
    return {"type": "rich_text_quote", "elements": [part for part in parts if part["text"]]}


def _who(voice: Voice, message: Message, zone: tzinfo) -> list[Block]:
    outlet = _link(voice.outlet, voice.link)
    source = [f"from {voice.origin}"] if voice.origin else []
    seen = "" if voice.published else "seen "
    return [outlet, _text(" · ".join(["", *source, voice.said_by, seen])), _date(voice.at, message.at, zone)]


def _date(moment: datetime, now: datetime, zone: tzinfo) -> Block:
    """A moment that Slack shows in each reader's own time; ours where it can't."""
    return {
        "type": "date",
        "timestamp": int(moment.timestamp()),
        "format": "{date_short_pretty} {time}",
        "fallback": wording.when(moment, zone, now),
    }


def _footing(message: Message, links: Links) -> list[Block]:
    parts = [_text(message.changed.rstrip(".") + ". ")]
    if message.sureness:
        because = wording.because(message.features)
        parts.append(_text(cut(f"Is it one question? {message.sureness}{': ' + because if because else ''}. ", 600)))
    case, form = links.case(message.topic, message.case), links.review(message.case)
    if form:
        parts += [_link("Answer", form), _text("  ·  ")] if case else [_link("Answer", form)]
    if case:
        parts.append(_link("Whole story", case))
    if form:
        return parts
    command = _text(f"atodds review {message.case} confirm", code=True)
    return [*parts, *([_text("  ·  ")] if case else []), command, _text(" or "), _text("dismiss", code=True)]


def _item(text: str, note: str, link: str | None) -> list[Block]:
    return [_link(cut(text, QUOTE_AT_MOST), link), *([_text(f"  {cut(note, QUOTE_AT_MOST)}")] if note else [])]


def _header(text: str) -> Block:
    return {"type": "header", "text": {"type": "plain_text", "text": cut(text, HEADER), "emoji": False}}


def _rich(*elements: Block) -> Block:
    return {"type": "rich_text", "elements": list(elements)}


def _section(parts: list[Block]) -> Block:
    return {"type": "rich_text_section", "elements": parts}


def _text(text: str, **style: bool) -> Block:
    return {"type": "text", "text": text, **({"style": style} if style else {})}


def _link(text: str, url: str | None) -> Block:
    return {"type": "link", "url": url, "text": text} if url and len(url) <= LINK else _text(text)


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
