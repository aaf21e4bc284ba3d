"""Starts ``manage.py serve`` as a process of its own, with real settings and real content."""

import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
# The first start collects static files and loads the library; a busy machine may take its time.
LONGEST_START = 180
LONGEST_STOP = 15


def serve_command(*options):
    return [sys.executable, "manage.py", "serve", *options]


def environ(data_dir, **more):
    """The environment without the test run's own settings."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if name != "DJANGO_SETTINGS_MODULE" and not name.startswith("FBSS_")
    }
    return {**kept, "PYTHONUNBUFFERED": "", "DATA_DIR": str(data_dir), **more}


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return probe.getsockname()[1]


class Site:
    """A started site, at home in ``logs``.

    ``seconds``: from the command to its first answer; ``printed``, ``warned``: what it wrote by then.
    """

    def __init__(self, data_dir, logs):
        self.port = free_port()
        self.out, self.err = logs / f"{self.port}.out", logs / f"{self.port}.err"
        begin = time.monotonic()
        with self.out.open("w") as out, self.err.open("w") as err:
            self.process = subprocess.Popen(
                serve_command("--port", str(self.port)),
                cwd=ROOT,
                env=environ(data_dir, HOME=str(logs), XDG_RUNTIME_DIR=str(logs)),
                stdout=out,
                stderr=err,
                start_new_session=True,
            )
        while not self.answers():
            assert self.process.poll() is None, self.err.read_text()
            assert time.monotonic() - begin < LONGEST_START
            time.sleep(0.05)
        self.seconds = time.monotonic() - begin
        self.printed, self.warned = self.out.read_text(), self.err.read_text()

    def url(self, path="/", host="127.0.0.1"):
        return f"http://{host}:{self.port}{path}"

    def answers(self):
        try:
            return self.get("/healthz")[0].status == 200
        except ConnectionError:
            return False

    def get(self, path, host=None, **headers):
        """(response, body). ``host``: the host name asked for; headers by name, "_" for "-"."""
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        with closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=LONGEST_START)) as connection:
            connection.request("GET", path, headers={"Host": f"{host or '127.0.0.1'}:{self.port}", **sent})
            response = connection.getresponse()
            return response, response.read()

    def stop(self, send=os.kill, number=signal.SIGTERM):
        """The exit status."""
        send(self.process.pid, number)
        return self.process.wait(LONGEST_STOP)
