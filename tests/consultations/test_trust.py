"""The signed time in the form, where the form comes from, and who is one client."""

import time

import pytest
from django.core import signing
from django.test import RequestFactory

from fbss_site.consultations import trust
from fbss_site.consultations.models import ConsultationRequest
from fbss_site.guarding.senders import client_network
from tests import factories
from tests.html import Page

from .factories import NAME, form_data, send

STALE = trust.LONGEST + 60


def tampered():
    token = trust.new_token("localhost", age=60)
    return token[:-1] + ("A" if token[-1] != "A" else "B")


@pytest.mark.parametrize(
    "token",
    [
        "",
        "nonsense",
        "a:b:c",
        "\x00",
        tampered,
        lambda: trust.new_token("localhost", age=STALE),
        lambda: trust.new_token("other.localhost", age=60),
        lambda: signing.dumps("localhost", salt=trust.FORM),
        lambda: signing.dumps(["localhost", 0], salt="another use"),
    ],
)
def test_a_form_with_a_bad_token_is_asked_once_more_and_keeps_what_was_typed(client, desk_clinic, token):
    response = send(client, token=token() if callable(token) else token)

    page = Page(response.content)
    assert response.status_code == 403
    assert "Please send it once more" in page.one(class_="error-summary").text
    assert page.one("input", name="name").attributes["value"] == NAME
    assert not ConsultationRequest.objects.exists()


def test_the_second_press_of_the_button_goes_through_at_once(client, desk_clinic):
    page = Page(send(client, token=trust.new_token("localhost", age=STALE)).content)

    response = client.post("/consultation/", form_data(token=page.one("input", name="token").attributes["value"]))

    assert response.status_code == 302
    assert ConsultationRequest.objects.get().status == "new"


def test_a_corrected_form_keeps_its_token(client, desk_clinic):
    token = trust.new_token("localhost", age=600)

    page = Page(send(client, name="", token=token).content)

    assert page.one("input", name="token").attributes["value"] == token


def test_a_form_that_was_open_all_day_is_taken(client, desk_clinic):
    assert send(client, token=trust.new_token("localhost", age=trust.LONGEST - 60)).status_code == 302


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "http://localhost"},
        {"origin": "http://LOCALHOST"},
        {"referer": "http://localhost/consultation/"},
        {"origin": "http://localhost", "referer": "https://evil.example/"},
        {"sec-fetch-site": "same-origin"},
        {"sec-fetch-site": "none"},
        {},
    ],
)
def test_our_own_page_may_send_the_form(client, desk_clinic, headers):
    assert send(client, headers=headers).status_code == 302


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://evil.example"},
        {"origin": "http://localhost.evil.example"},
        {"origin": "http://localhost:8001"},
        {"origin": "null"},
        {"origin": "http://[::1"},
        {"referer": "https://evil.example/localhost/"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"sec-fetch-site": "cross-site", "origin": "http://localhost"},
    ],
)
def test_another_page_may_not(client, desk_clinic, headers):
    response = send(client, headers=headers)

    assert response.status_code == 403
    assert not ConsultationRequest.objects.exists()


def request_from(address, forwarded=None):
    headers = {"x-forwarded-for": forwarded} if forwarded is not None else {}
    return RequestFactory().get("/", REMOTE_ADDR=address, headers=headers)


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("198.51.100.7", "198.51.100.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("::ffff:198.51.100.7", "198.51.100.7"),
        ("", "unknown"),
    ],
)
def test_a_client_is_an_address_or_the_network_of_a_household(address, network):
    assert client_network(request_from(address)) == network


@pytest.mark.parametrize("forged", ["203.0.113.1", "203.0.113.1, 203.0.113.2", "unknown", ""])
def test_a_forged_forwarded_header_says_nothing_without_a_proxy(settings, forged):
    settings.TRUSTED_PROXY = False

    assert client_network(request_from("198.51.100.7", forged)) == "198.51.100.7"


@pytest.mark.parametrize(
    ("forwarded", "network"),
    [
        ("203.0.113.9", "203.0.113.9"),
        ("6.6.6.6, 203.0.113.9", "203.0.113.9"),  # the sender wrote the first one
        ("6.6.6.6,7.7.7.7 ,203.0.113.9 ", "203.0.113.9"),
        ("2001:db8::1", "2001:db8::/64"),
        ("", "10.0.0.1"),
        (None, "10.0.0.1"),
        ("nonsense", "unknown"),
        ("203.0.113.9, ", "10.0.0.1"),
    ],
)
def test_behind_our_proxy_the_last_entry_counts(settings, forwarded, network):
    settings.TRUSTED_PROXY = True

    assert client_network(request_from("10.0.0.1", forwarded)) == network


def test_a_token_says_how_long_the_form_was_open():
    assert trust.token_age(trust.new_token("a", age=90), "a") == pytest.approx(90, abs=2)
    assert trust.token_age(trust.new_token("a"), "a") < 2


def test_a_token_from_the_future_is_not_older_than_it_is(monkeypatch):
    token = trust.new_token("a")
    an_hour_ago = time.time() - 3600
    monkeypatch.setattr(time, "time", lambda: an_hour_ago)

    assert trust.token_age(token, "a") < 0


@pytest.mark.parametrize("path", ["x", "AAAA-AAAA:x", "AAAA-AAAA", "%00", "é"])
def test_a_forged_page_address_shows_nothing(client, desk_clinic, path):
    assert client.get(f"/consultation/sent/{path}/").status_code in {400, 404}


def test_a_request_is_shown_at_its_own_clinic_only(client, desk_clinic):
    factories.make_clinic(hostnames=["other.localhost"])
    location = send(client)["Location"]

    assert client.get(location).status_code == 200
    assert client.get(location, headers={"host": "other.localhost"}).status_code == 404
