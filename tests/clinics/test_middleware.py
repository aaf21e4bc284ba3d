import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from fbss_site.clinics.middleware import clinic_of_host
from tests.factories import make_clinic

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def any_host_is_let_in(settings):
    """What Django lets in is settings.py's matter; here it is which clinic answers."""
    settings.ALLOWED_HOSTS = ["*"]


def ask(host, path="/"):
    """(the response, the clinic that the view was given)"""
    shown = []

    def view(request):
        shown.append(getattr(request, "clinic", None))
        return HttpResponse("a page")

    response = clinic_of_host(view)(RequestFactory().get(path, headers={"host": host}))
    return response, shown


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "127.0.0.1:8000", "localhost", "localhost:8000", "[::1]", "LOCALHOST", "localhost."]
)
def test_loopback_shows_the_default_clinic(host):
    make_clinic(hostnames=["thames.localhost"])
    default = make_clinic(is_default=True)

    assert ask(host)[1] == [default]


@pytest.mark.parametrize("host", ["thames.localhost", "thames.localhost:8000", "THAMES.localhost", "thames.localhost."])
def test_a_host_name_shows_its_clinic_in_any_case(host):
    make_clinic(is_default=True)
    thames = make_clinic(hostnames=["thames.localhost"])

    assert ask(host)[1] == [thames]


@pytest.mark.parametrize("host", ["other.localhost", "thames.localhost.evil.example", "a-thames.localhost", "10.0.0.1"])
def test_a_host_that_no_clinic_claims_is_refused_in_words(host):
    make_clinic(is_default=True, hostnames=["thames.localhost"])

    response, shown = ask(host)

    assert (response.status_code, shown) == (404, [])
    assert "No clinic" in response.content.decode()


def test_without_a_default_clinic_loopback_is_refused_too():
    make_clinic(hostnames=["thames.localhost"])

    assert ask("localhost")[0].status_code == 404


def test_the_clinic_and_its_canonical_host_take_one_query(django_assert_num_queries):
    make_clinic(hostnames=["www.thames.localhost", "thames.localhost"])

    with django_assert_num_queries(1):
        (clinic,) = ask("thames.localhost")[1]
        assert clinic.canonical_host == "www.thames.localhost"


def test_a_host_that_settings_do_not_name_is_refused_before_any_page(client, clinic, settings):
    settings.ALLOWED_HOSTS = [".localhost"]

    assert client.get("/", headers={"host": "evil.example"}).status_code == 400
