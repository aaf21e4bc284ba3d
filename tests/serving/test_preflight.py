import socket
from argparse import ArgumentTypeError

import pytest

from fbss_site.serving import preflight


@pytest.mark.parametrize("text", ["0", "65536", "70000", "-1", "80.5", "http", "", "٨٠٠٠"])
def test_port_that_is_none_is_refused(text):
    with pytest.raises(ArgumentTypeError, match="1 to 65535"):
        preflight.port_number(text)


@pytest.mark.parametrize("text", ["1", "65535"])
def test_port_in_range_is_taken(text):
    assert preflight.port_number(text) == int(text)


@pytest.mark.parametrize("text", ["0", "1", "-2", "two", ""])
def test_fewer_than_two_workers_are_refused(text):
    with pytest.raises(ArgumentTypeError, match="at least 2"):
        preflight.worker_count(text)


@pytest.mark.parametrize(("processors", "workers"), [(None, 2), (1, 2), (3, 3), (64, 4)])
def test_default_workers_follow_the_processors(monkeypatch, processors, workers):
    monkeypatch.setattr(preflight.os, "cpu_count", lambda: processors)
    assert preflight.default_workers() == workers


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_port_that_is_held_cannot_be_taken_twice(host):
    with preflight.listen(host, 0) as first:
        port = first.getsockname()[1]
        with pytest.raises(preflight.StartError, match=f"Port {port} .* in use"):
            preflight.listen(host, port)


@pytest.mark.parametrize("host", ["0.0.0.0", "::", ""])
def test_local_site_is_not_opened_to_other_machines(host):
    with pytest.raises(preflight.StartError, match="--host"):
        preflight.listen(host, 0)


def test_production_may_listen_to_other_machines(settings):
    settings.PRODUCTION = True
    with preflight.listen("0.0.0.0", 0) as listener:
        assert listener.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN)


def test_missing_data_folder_is_made(tmp_path):
    preflight.require_writable(tmp_path / "deep" / "var")
    assert list((tmp_path / "deep" / "var").iterdir()) == []
