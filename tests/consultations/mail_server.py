"""A mail server of its own process: ``python -m tests.consultations.mail_server PORT MODE FOLDER``.

It keeps what it takes as files in FOLDER, with the addressees in the first line, and a file for each connection.
"""

import asyncio
import itertools
import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

from aiosmtpd.controller import Controller

ROOT = Path(__file__).resolve().parent.parent.parent
SLOWNESS = 3
_numbers = itertools.count(1)


class Handler:
    def __init__(self, mode, folder):
        self.mode, self.folder = mode, folder

    async def handle_EHLO(self, server, session, envelope, hostname, responses):  # noqa: N802
        session.host_name = hostname
        (self.folder / f"connection-{next(_numbers)}").touch()
        if self.mode == "slow":
            await asyncio.sleep(SLOWNESS)
        return responses

    async def handle_RCPT(self, server, session, envelope, address, options):  # noqa: N802
        if self.mode == "refuse":
            return f"550 5.1.1 <{address}> no such user"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):  # noqa: N802
        if self.mode == "busy":
            return f"451 4.3.0 cannot take mail for {envelope.rcpt_tos} now"
        text = f"{' '.join(envelope.rcpt_tos)}\n{envelope.content.decode()}"
        (self.folder / f"mail-{next(_numbers)}").write_text(text)
        return "250 OK"


@contextmanager
def mail_server(folder, *, mode="ok", port=None):
    """The port of a running server."""
    folder.mkdir(exist_ok=True)
    port = port or free_port()
    process = subprocess.Popen([sys.executable, "-m", __name__, str(port), mode, str(folder)], cwd=ROOT)
    try:
        deadline = time.monotonic() + 30
        while not _listens(port):
            assert time.monotonic() < deadline
            time.sleep(0.05)
        yield port
    finally:
        process.terminate()
        process.wait(10)


def taken(folder):
    """(addressee, text) of each mail that the server took."""
    found = [file.read_text().split("\n", 1) for file in sorted(folder.glob("mail-*"))]
    return [(first, text) for first, text in found]


def connections(folder):
    return len(list(folder.glob("connection-*")))


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return probe.getsockname()[1]


def _listens(port):
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=5):
            return True
    except OSError:
        return False


if __name__ == "__main__":
    controller = Controller(Handler(sys.argv[2], Path(sys.argv[3])), hostname="127.0.0.1", port=int(sys.argv[1]))
    controller.start()
    signal.signal(signal.SIGTERM, lambda *_: os._exit(0))
    signal.pause()
