"""Nothing that a patient typed stands in a log, an error page or an address."""

import logging

import pytest
from django.test import Client

from tests.html import Page

from .factories import PERSONAL, form_data, send


@pytest.fixture
def logged(caplog):
    """All that is logged, at any level, by anybody."""
    caplog.set_level(logging.DEBUG)
    django = logging.getLogger("django")
    django.propagate = True
    yield caplog
    django.propagate = False


def break_storing(monkeypatch):
    def fail(*args, **kwargs):
        raise RuntimeError("a fault of ours")

    monkeypatch.setattr("fbss_site.consultations.views.take_in", fail)


def test_an_error_page_shows_none_of_it(desk_clinic, monkeypatch):
    break_storing(monkeypatch)
    browser = Client(SERVER_NAME="localhost", raise_request_exception=False)

    response = send(browser)

    assert response.status_code == 500
    assert not [text for text in PERSONAL if text in response.content.decode()]


@pytest.mark.parametrize("changed", [{}, {"phone": "x"}, {"token": "x"}, {"website": "x"}])
def test_no_log_holds_any_of_it(client, desk_clinic, logged, changed):
    send(client, **changed)
    client.get("/consultation/")

    assert not [text for text in PERSONAL if text in logged.text]


def test_a_fault_is_logged_without_any_of_it(desk_clinic, monkeypatch, logged):
    break_storing(monkeypatch)
    send(Client(SERVER_NAME="localhost", raise_request_exception=False))

    assert "a fault of ours" in logged.text
    assert not [text for text in PERSONAL if text in logged.text]


def test_no_address_holds_any_of_it(client, desk_clinic):
    response = send(client)
    page = Page(client.get(response["Location"]).content)

    addresses = [link.attributes.get("href", "") for link in page.find("a")] + [response["Location"]]
    assert not [text for text in PERSONAL for address in addresses if text in address]
    assert Page(client.get("/consultation/").content).one("form", class_="form").attributes["method"] == "post"


def test_values_in_an_address_are_not_taken_over(client, desk_clinic):
    data = form_data()
    data.pop("token")

    page = Page(client.get("/consultation/", data).content)

    assert "value" not in page.one("input", name="name").attributes
