"""200 people send the form at once, on real gunicorn and SQLite; workers and the whole server are killed meanwhile.

What was confirmed to a patient is compared with what stands in the database, read from outside. How long it takes is
for tests/benchmarks/consultations.py to print: it says as much of the machine as of the site.
"""

import asyncio
import os
import signal
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.consultations.mail_server import mail_server, taken

from .site import LoadedSite
from .submitters import new_submitters, submit_all

PEOPLE = 200
# A patient is told that nothing was stored long before a browser gives up.
LONGEST_REFUSAL = 10


@pytest.fixture(scope="module")
def mails(tmp_path_factory):
    return tmp_path_factory.mktemp("mail")


@pytest.fixture(scope="module")
def site(tmp_path_factory, mails):
    with mail_server(mails) as port:
        site = LoadedSite(tmp_path_factory.mktemp("load"), f"smtp://127.0.0.1:{port}")
        yield site
        site.stop()


def run_apart(coroutine):
    """Runs it in a thread of its own: a browser test may have left an event loop in this one."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, coroutine).result()


def assert_one_row_each(site, outcome, before):
    """Each submitter was confirmed, and what came into the database is just what was confirmed."""
    stored = site.references()
    assert len(outcome.confirmed) == PEOPLE
    assert len(stored) == len(before) + PEOPLE
    assert set(stored) - set(before) == set(outcome.confirmed.values())
    assert [status for status in outcome.statuses if status >= 400] == []


def test_two_hundred_at_once_are_all_stored_once(site):
    submitters, outcome = new_submitters(PEOPLE, first=0)
    before = site.references()

    async def everybody():
        await asyncio.gather(*await submit_all(site.port, submitters))

    run_apart(everybody())

    assert outcome.broken == 0
    assert_one_row_each(site, outcome, before)


def test_a_killed_worker_loses_and_doubles_nothing(site):
    submitters, outcome = new_submitters(PEOPLE, first=1000)
    before = site.references()

    async def kill_workers():
        for _ in range(2):
            await asyncio.sleep(0.3)
            os.kill(site.workers()[0], signal.SIGKILL)

    async def everybody():
        await asyncio.gather(*await submit_all(site.port, submitters, during=kill_workers))

    run_apart(everybody())

    assert outcome.broken
    assert_one_row_each(site, outcome, before)


def test_a_killed_server_has_kept_all_that_it_confirmed(site):
    submitters, outcome = new_submitters(PEOPLE, first=2000)
    before = site.references()

    async def until_killed():
        tasks = await submit_all(site.port, submitters, during=lambda: asyncio.sleep(0.4))
        site.kill()
        outcome.is_over = True
        await asyncio.gather(*tasks)

    async def the_others():
        outcome.is_over = False
        unsure = [submitter for submitter in submitters if submitter.number not in outcome.confirmed]
        await asyncio.gather(*(submitter.send(site.port) for submitter in unsure))

    run_apart(until_killed())
    confirmed = set(outcome.confirmed.values())
    assert 0 < len(confirmed) < PEOPLE
    assert confirmed <= set(site.references())

    site.start()
    assert confirmed <= set(site.references())
    run_apart(the_others())
    assert_one_row_each(site, outcome, before)


def test_a_locked_database_is_told_within_seconds_and_the_next_try_goes_through(site):
    [submitter], outcome = new_submitters(1, first=3000)
    before = site.references()

    async def until_refused():
        with site.locked():
            [task] = await submit_all(site.port, [submitter])
            await task

    run_apart(until_refused())
    assert outcome.statuses[-1] == 503
    assert outcome.times[-1] < LONGEST_REFUSAL
    assert (site.references(), outcome.confirmed) == (before, {})

    run_apart(submitter.send(site.port))
    assert set(site.references()) - set(before) == set(outcome.confirmed.values())


def test_the_served_site_sends_its_mail_by_itself(site, mails):
    """Also after the process that sent it was killed: the tests above did that, more than once."""
    before, deadline = len(taken(mails)), time.monotonic() + 30
    while len(taken(mails)) <= before:
        assert time.monotonic() < deadline, site.log()
        time.sleep(0.2)
    assert {addressee for addressee, _ in taken(mails)} & {"front-desk@lonestar.example"}
