"""What surrounds the form: the booking link, and a page that costs little when many come at once."""

import datetime

import pytest
from django.core.cache import cache

from fbss_site.consultations.models import ConsultationRequest
from tests import factories
from tests.html import Page

from .factories import close_on, send


def page_of(client):
    return Page(client.get("/consultation/").content)


def test_a_booking_link_can_stand_beside_the_form(client, desk_clinic):
    desk_clinic.booking_url = "https://booking.example.com/x"
    desk_clinic.save()

    page = page_of(client)

    assert page.find("form", class_="form")
    assert page.one("a", href="https://booking.example.com/x").order > page.one("form", class_="form").order


def test_a_booking_link_can_stand_instead_of_the_form(client, desk_clinic):
    desk_clinic.booking_url, desk_clinic.booking_mode = "https://booking.example.com/x", "instead"
    desk_clinic.save()

    page = page_of(client)

    assert page.find("a", href="https://booking.example.com/x")
    assert not page.find("form", class_="form")


def test_a_form_that_was_open_when_the_clinic_took_it_away_still_arrives(client, desk_clinic):
    desk_clinic.booking_url, desk_clinic.booking_mode = "https://booking.example.com/x", "instead"
    desk_clinic.save()

    assert send(client).status_code == 302
    assert ConsultationRequest.objects.exists()


def test_a_fortnight_of_holidays_is_promised_around_and_not_listed_in_full(client, desk_clinic):
    close_on(desk_clinic, *(datetime.date(2026, 11, 19) + datetime.timedelta(days=count) for count in range(14)))

    page = page_of(client)

    assert "by 5 pm on Thursday, December 3" in page.one("p", class_="promise").text
    assert page.one("section", **{"aria-labelledby": "phone"}).text.count("(Closed)") == 12


@pytest.fixture
def kept(settings):
    """The cache that the served site has."""
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "kept"}}
    yield
    cache.clear()


def test_a_rush_of_visitors_costs_one_page(client, desk_clinic, kept, django_assert_max_num_queries):
    first = client.get("/consultation/").content

    with django_assert_max_num_queries(1):  # whose host it is
        assert client.get("/consultation/").content == first


def test_each_topic_and_host_has_its_own(client, desk_clinic, kept):
    factories.make_clinic(hostnames=["other.localhost"], name="The other clinic")
    treatment = factories.make_treatment(title="Stimulation")
    client.get("/consultation/")

    with_topic = client.get("/consultation/", {"topic": treatment.get_absolute_url()}).content.decode()
    elsewhere = client.get("/consultation/", headers={"host": "other.localhost"}).content.decode()
    assert "Stimulation" in with_topic
    assert "The other clinic" in elsewhere


def test_what_someone_typed_is_never_kept(client, desk_clinic, kept):
    send(client, phone="x", name="Typed by someone")

    assert "Typed by someone" not in client.get("/consultation/").content.decode()
