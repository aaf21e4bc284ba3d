import fcntl
import threading

import pytest

from fbss_site.serving import jobs


@pytest.fixture
def calls(settings, tmp_path, monkeypatch):
    """Which jobs were done; they are not the real ones."""
    done = []
    settings.DATA_DIR = tmp_path
    monkeypatch.setattr(jobs, "SEND_EVERY", 0.01)
    monkeypatch.setattr(jobs, "send_due", lambda now: done.append("send"))
    monkeypatch.setattr(jobs, "delete_expired", lambda now: done.append("delete"))
    return done


def run_until(condition):
    """Runs the jobs in a thread until ``condition`` holds, then ends them."""
    stop_event = threading.Event()
    thread = threading.Thread(target=jobs.run_background_jobs, args=(stop_event,))
    thread.start()
    for _ in range(1000):
        if condition():
            break
        stop_event.wait(0.01)
    stop_event.set()
    thread.join(5)
    assert not thread.is_alive()


def test_mail_is_sent_again_and_again_and_what_expired_is_deleted_at_the_start(calls):
    run_until(lambda: calls.count("send") > 2)

    assert calls.count("send") > 2
    assert calls.count("delete") == 1


def test_deleting_comes_round(calls, monkeypatch):
    monkeypatch.setattr(jobs, "DELETE_EVERY", 0.02)
    run_until(lambda: calls.count("delete") > 1)

    assert calls.count("delete") > 1


def test_one_process_does_the_jobs(calls, tmp_path):
    waited = threading.Event()
    with open(tmp_path / "jobs.lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        run_until(lambda: waited.wait(0.2) or True)

    assert calls == []


def test_another_process_takes_over_when_that_one_ends(calls, tmp_path):
    with open(tmp_path / "jobs.lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        threading.Timer(0.1, lock.close).start()
        run_until(lambda: calls)

    assert "send" in calls


def test_a_job_that_fails_ends_no_other_and_says_nothing_of_its_work(calls, monkeypatch, caplog):
    def fail(now):
        calls.append("failed")
        raise ValueError("marta@example.com")

    monkeypatch.setattr(jobs.logger, "propagate", True)
    monkeypatch.setattr(jobs.logger.parent, "propagate", True)
    monkeypatch.setattr(jobs, "send_due", fail)
    run_until(lambda: calls.count("failed") > 1 and "delete" in calls)

    assert "ValueError" in caplog.text
    assert "marta" not in caplog.text
