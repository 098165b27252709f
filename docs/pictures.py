"""Makes the pictures of the README from a claim base: python docs/pictures.py --db URL. Needs Chromium and Pillow.

The Slack picture is drawn from the blocks that we send, in Slack's manner; the mail and the ledger are what is sent and
written.
"""

import argparse
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from markupsafe import Markup, escape
from PIL import Image, ImageChops

sys.path.insert(0, str(Path(__file__).parents[1]))

from alerts.channels.mail_layout import mail
from alerts.channels.slack_blocks import blocks
from alerts.links import Links
from alerts.message import message
from claims.case import CaseChange, ChangeKind
from flows.telling.publishing import publish
from storage import cases, listing
from storage.base import Base

HERE = Path(__file__).parent
LINKS = Links(ledger="https://desk.example/ledger", form="https://prefect.example/deployments/deployment/1/run")
CHROMIUM = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--hide-scrollbars"]


def main() -> None:
    """Write slack.png, email.png and ledger.png beside this file."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--db", required=True)
    arguments.add_argument("--topic", default="guard-request")
    arguments.add_argument("--case")
    asked = arguments.parse_args()
    with tempfile.TemporaryDirectory() as folder, Base.open(asked.db, create=False) as base:
        with base.reading() as connection:
            first = next(listing.cases(connection, base.memory, asked.topic, most=1))
            case = cases.case(connection, base.memory, asked.case or first.id) or first
        told = message(CaseChange(case=case, kind=ChangeKind.OPENED, page=True, reason="", at=datetime.now(UTC)))
        publish(base, Path(folder), [asked.topic])
        body = mail(told, "atodds@desk.example", LINKS).get_body(("html",))
        assert body is not None
        Path(folder, "email.html").write_text(body.get_content())
        Path(folder, "slack.html").write_text(_in_slack(blocks(told, LINKS)))
        _photograph(Path(folder, "slack.html"), "slack.png", 680)
        _photograph(Path(folder, "email.html"), "email.png", 700)
        _photograph(Path(folder, f"{asked.topic}.html"), "ledger.png", 1000, 900)
        _photograph(Path(folder, f"{asked.topic}.html"), "ledger-phone.png", 500, 900)


def _in_slack(shown: list[dict[str, Any]]) -> str:
    return (HERE / "slack.html").read_text().replace("<!-- blocks -->", str(Markup("").join(map(_block, shown))))


def _photograph(page: Path, name: str, width: int, height: int = 1600) -> None:
    """A picture of ``page``, cut to what is on it, in few colours."""
    with tempfile.TemporaryDirectory() as profile:
        file = HERE / name
        size, target = f"--window-size={width},{height}", f"--screenshot={file}"
        command = [*CHROMIUM, f"--user-data-dir={profile}", size, target, page.as_uri()]
        subprocess.run(command, check=True, capture_output=True)
    whole = Image.open(file).convert("RGB")
    blank = Image.new("RGB", whole.size, whole.getpixel((0, 0)))
    edge = ImageChops.difference(whole, blank).getbbox()
    bottom = min(whole.height, (edge[3] if edge else whole.height) + 16)
    whole.crop((0, 0, whole.width, bottom)).quantize(64).save(file, optimize=True)


def _block(block: dict[str, Any]) -> Markup:
    if block["type"] == "header":
        return Markup("<h1>{}</h1>").format(block["text"]["text"])
    if block["type"] == "divider":
        return Markup("<hr>")
    return Markup("").join(_rich(part) for part in block["elements"])


def _rich(part: dict[str, Any]) -> Markup:
    tag = "blockquote" if part["type"] == "rich_text_quote" else "p"
    inner = Markup("").join(_leaf(leaf) for leaf in part["elements"])
    return Markup("<{0}>{1}</{0}>").format(Markup(tag), inner)


def _leaf(leaf: dict[str, Any]) -> Markup:
    text = escape(leaf.get("text") or leaf.get("fallback", ""))
    style = leaf.get("style", {})
    if leaf["type"] == "link":
        return Markup("<a>{}</a>").format(text)
    if style.get("code"):
        return Markup("<code>{}</code>").format(text)
    return Markup("<b>{}</b>").format(text) if style.get("bold") else text


if __name__ == "__main__":
    main()
