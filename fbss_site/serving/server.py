"""gunicorn in this process: one command starts the site, serves it and stops it."""

import gc
import signal
import sys

from django.db import connections
from gunicorn.app.base import BaseApplication
from gunicorn.arbiter import Arbiter

from .jobs import start_background_jobs

STOPPING = {signal.SIGINT, signal.SIGTERM, signal.SIGQUIT}


def stop_when_asked():
    """Ends the preparation on Ctrl-C or SIGTERM, rolled back and with status 0. gunicorn takes both over later."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: sys.exit(0))


class PatientArbiter(Arbiter):
    """Keeps signals from a worker that is being born, where they were lost, or is leaving, where they killed it."""

    def spawn_worker(self):
        """Returns in the master; in the worker it raises SystemExit at the end of the worker's life."""
        signal.pthread_sigmask(signal.SIG_BLOCK, STOPPING)
        try:
            pid = super().spawn_worker()
        except SystemExit:
            signal.pthread_sigmask(signal.SIG_BLOCK, STOPPING)
            raise
        signal.pthread_sigmask(signal.SIG_UNBLOCK, STOPPING)
        return pid


def _worker_listens(worker):
    start_background_jobs()
    # Ctrl-C reaches master and workers; one that the master then tells as well would hang in its own lock.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, STOPPING)


class Server(BaseApplication):
    """Serves on ``listener``, a socket that already listens; ``run`` never returns."""

    def __init__(self, listener, workers):
        self.options = {
            "bind": f"fd://{listener.detach()}",
            "workers": workers,
            # Threads keep connections alive; the sync worker closes each one.
            "worker_class": "gthread",
            "threads": 4,
            "keepalive": 5,
            # Its most. What is too long for us is refused in words by our own middleware.
            "limit_request_line": 8190,
            "graceful_timeout": 10,
            "preload_app": True,
            "post_worker_init": _worker_listens,
            "control_socket_disable": True,
            # Whose X-Forwarded-Proto counts is said in one place: FBSS_TRUSTED_PROXY.
            "forwarded_allow_ips": "",
            "accesslog": None,
            "errorlog": "-",
            "loglevel": "warning",
        }
        super().__init__()

    def load_config(self):
        for name, value in self.options.items():
            self.cfg.set(name, value)

    def load(self):
        from fbss_site.search.library import current_index
        from fbss_site.wsgi import application

        # Read once, for all workers, so that nobody's first search waits for it.
        current_index()
        connections.close_all()
        gc.collect()
        gc.freeze()  # what every worker shares is not looked through again while someone waits for a page
        return application

    def run(self):
        connections.close_all()  # a worker must not inherit an open database
        PatientArbiter(self).run()
