"""People who ask for a consultation all at once, on raw sockets: two cores must do for them and the site."""

import asyncio
import re
import time
from dataclasses import dataclass, field
from urllib.parse import urlencode

# Sooner, and the site takes the sender for a machine.
FILLING_IN = 3.2
PATIENCE = 30
RETRY_AFTER = 0.3


@dataclass
class Outcome:
    """``times``: seconds a response; ``confirmed``: references that patients were shown, one a submitter.

    Once it ``is_over``, nobody tries again.
    """

    times: list = field(default_factory=list)
    statuses: list = field(default_factory=list)
    confirmed: dict = field(default_factory=dict)
    broken: int = 0
    is_over: bool = False


class Submitter:
    def __init__(self, number, outcome):
        self.number, self.outcome = number, outcome
        self.client = f"10.{number // 250}.{number % 250}.7"

    async def run(self, port, ready, may_send):
        page = await self._until_through(port, "GET", "/consultation/")
        self.token = re.search(rb'name="token" value="([^"]+)"', page)[1].decode()
        ready.release()
        await may_send.wait()
        await self.send(port)

    async def send(self, port):
        """Sends the form until it is confirmed, as a person does whose connection broke."""
        form = {
            "name": f"Sample {self.number}",
            "phone": f"+1713555{1000 + self.number}",
            "voicemail": "yes",
            "patient": "new",
            "email": f"sample{self.number}@example.com",
            "note": "Ring twice, please.",
            "consent": "on",
            "token": self.token,
        }
        answer = await self._until_through(port, "POST", "/consultation/", urlencode(form))
        sent = re.search(rb"[Ll]ocation: (/consultation/sent/([^:/]+)\S*)", answer)
        if sent:
            self.outcome.confirmed[self.number] = sent[2].decode()
            await self._until_through(port, "GET", sent[1].decode())

    async def _until_through(self, port, method, path, body=""):
        while not self.outcome.is_over:
            try:
                return await asyncio.wait_for(self._ask(port, method, path, body), PATIENCE)
            except (OSError, asyncio.IncompleteReadError, IndexError):
                self.outcome.broken += 1
                await asyncio.sleep(RETRY_AFTER)
        return b""

    async def _ask(self, port, method, path, body):
        begin = time.perf_counter()
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        try:
            writer.write(
                f"{method} {path} HTTP/1.1\r\nHost: lonestar.localhost:{port}\r\nConnection: close\r\n"
                f"X-Forwarded-For: 203.0.113.9, {self.client}\r\n"
                f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(body)}\r\n\r\n{body}".encode()
            )
            answer = await reader.read(-1)
        finally:
            writer.close()
        status = int(answer.split(b" ", 2)[1])
        self.outcome.statuses.append(status)
        self.outcome.times.append(time.perf_counter() - begin)
        return answer


def new_submitters(count, *, first):
    """(submitters, their Outcome). ``first``: a number of their own tells those of one run from others."""
    outcome = Outcome()
    return [Submitter(first + number, outcome) for number in range(count)], outcome


async def submit_all(port, submitters, during=None):
    """Everybody opens the form, then all send it at once. ``during``: what happens to the site meanwhile."""
    ready, may_send = asyncio.Semaphore(0), asyncio.Event()
    tasks = [asyncio.create_task(submitter.run(port, ready, may_send)) for submitter in submitters]
    for _ in submitters:
        await ready.acquire()
    await asyncio.sleep(FILLING_IN)
    may_send.set()
    if during:
        await during()
    return tasks
