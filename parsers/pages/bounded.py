"""Reading a page within a bound of time and memory, whatever it holds.

Most pages are small, and small pages cannot keep a parser busy. A large one is read by a process of its own,
which is ended when its time is up: neither lxml nor a regular expression can be interrupted from within.
"""

import atexit
import re
import subprocess
import sys
import threading
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from typing import Any

from claims.article import Article
from claims.codec import dumps, loads
from claims.document import Document, Problem
from parsers.pages import article

SECONDS = 20.0
MEMORY = 2_000_000_000
# Nine in ten news pages are below; above, the worst page we could write took 7 s at the element cap, below it 0.3 s.
_SMALL_BYTES, _SMALL_TAGS = 400_000, 5_000
_CHILD = "import sys; sys.path[:] = sys.argv[2:]; from parsers.pages.bounded import serve; serve(int(sys.argv[1]))"


class PageReader:
    """Reads large pages apart, one at a time. The process starts when it is first needed, and anew after an end."""

    def __init__(self, seconds: float = SECONDS) -> None:
        self.seconds = seconds
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._line: Connection[Any, Any]

    def read(self, document: Document) -> Article | Problem:
        """The article of a document; a problem, too, where reading it takes too long or brings the reader down."""
        with self._lock:
            try:
                self._started()
                self._line.send(document)
                if not self._line.poll(self.seconds):
                    return self._given_up(document, f"takes more than {self.seconds:g} s to read")
                kind, text = self._line.recv_bytes().decode().split("\n", 1)
                return loads(Article, text) if kind == "article" else loads(Problem, text)
            except (OSError, EOFError):
                return self._given_up(document, "brought its reader down")

    def close(self) -> None:
        """End the process, if there is one."""
        with self._lock:
            self._end()

    def _started(self) -> None:
        if self._process is None:
            self._line, theirs = Pipe()
            command = [sys.executable, "-c", _CHILD, str(theirs.fileno()), *sys.path]
            self._process = subprocess.Popen(command, pass_fds=[theirs.fileno()], stdin=subprocess.DEVNULL)
            theirs.close()

    def _given_up(self, document: Document, reason: str) -> Problem:
        self._end()
        return Problem(document.where, f"a page that {reason}", fatal=document.found_in is None)

    def _end(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._line.close()
            self._process = None


_apart = PageReader()
atexit.register(_apart.close)


def read_page(document: Document) -> Article | Problem:
    """As ``article.read_page``, but never longer than the limit, and a page that breaks it is a problem."""
    if not _small(document.html or b""):
        return _apart.read(document)
    try:
        return article.read_page(document)
    except Exception as error:  # markup breaks parsers in ways that nobody foresaw; the other pages must go on
        reason = f"a page that cannot be read ({type(error).__name__})"
        return Problem(document.where, reason, fatal=document.found_in is None)


def serve(line_number: int) -> None:
    """The other process: read documents from the line and answer, until the line is closed."""
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    line: Connection[Any, Any] = Connection(line_number)
    while True:
        try:
            found = article.read_page(line.recv())
        except EOFError:
            return
        kind = "article" if isinstance(found, Article) else "problem"
        line.send_bytes(f"{kind}\n{dumps(found)}".encode("utf-8", "replace"))


def _small(html: bytes) -> bool:
    return len(html) <= _SMALL_BYTES and len(re.findall(rb"<[a-zA-Z]", html)) <= _SMALL_TAGS
