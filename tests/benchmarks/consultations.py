"""How long people wait who ask for a consultation all at once, on real gunicorn and SQLite with two workers.

    python tests/benchmarks/consultations.py [people]

They share the machine with the site, so their own work is told too, and what other programs did meanwhile.
"""

import asyncio
import os
import sys
import tempfile
from pathlib import Path

from measuring import ROOT, say


class OthersAtWork:
    """What was used of the processors meanwhile: ``share`` by others, ``seconds`` by the site and this process."""

    def __init__(self, site):
        self.site = site

    def __enter__(self):
        self.before = self._now()
        return self

    def __exit__(self, *problem):
        busy, idle, own = (after - before for after, before in zip(self._now(), self.before, strict=True))
        self.share = max(busy - own, 0) / (busy + idle)
        self.seconds = own / os.sysconf("SC_CLK_TCK")

    def _now(self):
        ticks = [int(tick) for tick in Path("/proc/stat").read_text().split("\n")[0].split()[1:9]]
        idle = ticks[3] + ticks[4]
        pids = [os.getpid(), self.site.process.pid, *self.site.workers()]
        return sum(ticks) - idle, idle, sum(map(self._used, pids))

    def _used(self, pid):
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        return int(fields[11]) + int(fields[12])


def measure(site, people):
    from tests.load.submitters import new_submitters, submit_all

    submitters, outcome = new_submitters(people, first=0)

    async def everybody():
        await asyncio.gather(*await submit_all(site.port, submitters))

    with OthersAtWork(site) as others:
        asyncio.run(everybody())
    times = sorted(outcome.times)
    say(f"{people} people at once: {len(outcome.confirmed)} confirmed, {len(times)} responses, {outcome.broken} broken")
    say(f"  p50 {times[len(times) // 2]:.2f} s, p99 {times[int(len(times) * 0.99)]:.2f} s, slowest {times[-1]:.2f} s")
    say(f"  {others.seconds:.1f} s of processor time; other programs used {others.share:.0%} of the machine")


def main():
    sys.path.insert(0, str(ROOT))
    from tests.consultations.mail_server import mail_server
    from tests.load.site import LoadedSite

    people = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with mail_server(folder / "mail") as port:
            site = LoadedSite(folder, f"smtp://127.0.0.1:{port}")
            try:
                measure(site, people)
            finally:
                site.stop()


if __name__ == "__main__":
    main()
