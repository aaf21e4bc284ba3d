import pytest
from django.test import RequestFactory, override_settings

from fbss_site.guarding.senders import client_network, sent_from_here


def request(remote="203.0.113.9", **headers):
    return RequestFactory().post("/", headers={"host": "localhost:8000", **headers}, REMOTE_ADDR=remote)


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"origin": "http://localhost:8000"},
        {"origin": "https://LOCALHOST:8000", "sec-fetch-site": "same-origin"},
        {"referer": "http://localhost:8000/conditions/x/"},
        {"sec-fetch-site": "none"},
    ],
)
def test_a_page_of_ours_is_believed(headers):
    assert sent_from_here(request(**headers))


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"origin": "http://localhost:9000"},
        {"origin": "http://[broken"},
        {"referer": "https://evil.example/localhost:8000"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site", "origin": "http://localhost:8000"},
    ],
)
def test_a_foreign_page_is_not(headers):
    assert not sent_from_here(request(**headers))


@pytest.mark.parametrize(
    ("remote", "network"),
    [
        ("203.0.113.9", "203.0.113.9"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("::ffff:203.0.113.9", "203.0.113.9"),
        ("", "unknown"),
        ("nonsense", "unknown"),
    ],
)
def test_an_address_is_known_as_a_household(remote, network):
    assert client_network(request(remote)) == network


def test_only_our_own_proxy_says_where_a_request_came_from():
    forwarded = request("10.0.0.1", **{"x-forwarded-for": "198.51.100.1, 203.0.113.7"})

    with override_settings(TRUSTED_PROXY=False):
        assert client_network(forwarded) == "10.0.0.1"
    with override_settings(TRUSTED_PROXY=True):
        assert client_network(forwarded) == "203.0.113.7"
        assert client_network(request("10.0.0.1")) == "10.0.0.1"
