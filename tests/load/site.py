"""A site to be sent to by many and to be killed."""

import os
import signal
import socket
import sqlite3
import subprocess
import time
from contextlib import closing, contextmanager
from pathlib import Path

from tests.serving.process import LONGEST_START, LONGEST_STOP, ROOT, environ, free_port, serve_command


class LoadedSite:
    """``manage.py serve`` with two workers, behind what takes itself for a proxy: each submitter has an address."""

    def __init__(self, folder, smtp_url):
        self.data_dir, self.log_file, self.smtp_url = folder / "var", folder / "serve.log", smtp_url
        self.port = free_port()
        self.start()

    def start(self):
        more = {"FBSS_TRUSTED_PROXY": "1", "FBSS_SMTP_URL": self.smtp_url}
        with self.log_file.open("a") as log:
            self.process = subprocess.Popen(
                serve_command("--port", str(self.port), "--workers", "2"),
                cwd=ROOT,
                env=environ(self.data_dir, **more),
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        deadline = time.monotonic() + LONGEST_START
        while not self.answers():
            assert self.process.poll() is None, self.log()
            assert time.monotonic() < deadline, self.log()
            time.sleep(0.1)

    def answers(self):
        try:
            with socket.create_connection(("127.0.0.1", self.port), timeout=10) as connection:
                connection.sendall(b"GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                return b" 200 " in connection.recv(100)
        except OSError:
            return False

    def workers(self):
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text()
        return [int(pid) for pid in children.split()]

    def kill(self):
        """The whole server at once."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait(LONGEST_STOP)

    def stop(self):
        self.process.terminate()
        self.process.wait(LONGEST_STOP)

    def log(self):
        return self.log_file.read_text()

    def references(self):
        with self._database() as database:
            return [row[0] for row in database.execute("SELECT reference FROM consultations_consultationrequest")]

    @contextmanager
    def locked(self):
        """Another process writes for a long time."""
        with self._database() as database:
            database.execute("BEGIN IMMEDIATE")
            yield
            database.execute("ROLLBACK")

    def _database(self):
        return closing(sqlite3.connect(self.data_dir / "db.sqlite3", isolation_level=None))
