"""What the site does by itself while it is served: sends e-mails that wait, deletes what is kept no longer.

It runs in a thread of one worker process. A thread in gunicorn's own process would be there when that forks a
worker, which then inherits half an open database and whatever lock was held. Which worker it is, a lock on a
file says; when that process ends, however it ends, another one takes over.
"""

import fcntl
import logging
import threading

from django.conf import settings
from django.db import connections
from django.utils import timezone

from fbss_site.consultations.outbox import send_due
from fbss_site.consultations.retention import delete_expired
from fbss_site.guarding.limits import forget

SEND_EVERY = 5
DELETE_EVERY = 60 * 60
logger = logging.getLogger("django.fbss_site.jobs")


def start_background_jobs():
    """Starts the jobs in a thread of this process; returns the event that ends them."""
    stop_event = threading.Event()
    threading.Thread(target=run_background_jobs, args=(stop_event,), name="background jobs", daemon=True).start()
    return stop_event


def run_background_jobs(stop_event):
    """Waits until no other process does the jobs, then does them until ``stop_event`` is set."""
    with open(settings.DATA_DIR / "jobs.lock", "w") as lock:
        while not _is_mine(lock):
            if stop_event.wait(SEND_EVERY):
                return
        since_deleting = DELETE_EVERY
        while not stop_event.is_set():
            _do(send_due, timezone.now)
            if since_deleting >= DELETE_EVERY:
                _do(delete_expired, timezone.now())
                _do(forget, timezone.now())
                since_deleting = 0
            connections.close_all()
            since_deleting += SEND_EVERY
            stop_event.wait(SEND_EVERY)


def _is_mine(lock):
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _do(job, *arguments):
    """A job that fails must not end the others, nor say in the log what it was working on."""
    try:
        job(*arguments)
    except Exception as problem:
        logger.error("%s failed: %s. It is tried again.", job.__name__, type(problem).__name__)
