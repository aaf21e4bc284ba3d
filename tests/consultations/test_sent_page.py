"""What a patient sees after sending."""

import datetime
import re

import pytest

from fbss_site.consultations.models import ConsultationRequest
from tests import factories
from tests.html import Page

from .conftest import WEDNESDAY
from .factories import PERSONAL, close_on, send


@pytest.fixture
def sent(client, desk_clinic):
    return client.get(send(client)["Location"])


def test_it_says_what_happens_next_and_by_when(sent):
    page = Page(sent.content)

    assert "We will call you by 5 pm on Thursday, November 19 (New York time)." in page.one("p", class_="lead").text
    assert "from 9 am to 5 pm" in page.one("section", **{"aria-labelledby": "next"}).text


def test_it_shows_the_phone_and_a_reference_without_meaning(sent):
    page = Page(sent.content)
    reference = page.one(class_="reference-number").text

    assert reference == ConsultationRequest.objects.get().reference
    assert re.fullmatch(r"[2-9CDFGHJKMPQRTVWXZ]{4}-[2-9CDFGHJKMPQRTVWXZ]{4}", reference)
    assert "(312) 555-0142" in page.one("section", **{"aria-labelledby": "change"}).text


def test_it_shows_nothing_personal(sent):
    assert not [text for text in PERSONAL if text in sent.content.decode()]


def test_the_emergency_card_stands_here_too(client, desk_clinic):
    factories.make_care_card(site_wide=True, urgency="emergency")

    assert Page(client.get(send(client)["Location"]).content).one("section", id="emergency")


def test_reloading_makes_no_second_request(client, desk_clinic):
    location = send(client)["Location"]
    for _ in range(3):
        client.get(location)

    assert ConsultationRequest.objects.count() == 1


def test_the_calendar_file_has_the_time_of_the_call(client, desk_clinic, sent):
    link = Page(sent.content).one("a", class_="button").attributes["href"]

    response = client.get(link)

    lines = response.content.decode().split("\r\n")
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    assert response["Cache-Control"] == "no-store"
    assert {"DTSTART:20261119T140000Z", "DTEND:20261119T220000Z", "CLASS:PRIVATE"} <= set(lines)
    assert lines[0] == "BEGIN:VCALENDAR"
    assert lines[-2:] == ["END:VCALENDAR", ""]
    assert all(len(line.encode()) <= 75 for line in lines[:-1] if not line.startswith("DESCRIPTION"))
    assert not [text for text in (*PERSONAL, desk_clinic.name) if text in response.content.decode()]


def test_the_calendar_has_the_chosen_window(client, desk_clinic):
    sent = client.get(send(client, best_time="0900-1200")["Location"])

    ics = client.get(Page(sent.content).one("a", class_="button").attributes["href"]).content.decode()

    assert "DTSTART:20261119T140000Z" in ics
    assert "DTEND:20261119T170000Z" in ics


def test_without_hours_there_is_no_day_and_no_calendar(client, clinic, now):
    location = send(client)["Location"]
    page = Page(client.get(location).content)

    assert "We will call you as soon as we can." in page.one("p", class_="lead").text
    assert not [link for link in page.find("a") if link.attributes["href"].endswith(".ics")]
    assert client.get(f"{location}call.ics").status_code == 404


def test_a_promise_once_given_stays_what_it_was(client, desk_clinic):
    location = send(client)["Location"]
    close_on(desk_clinic, datetime.date(2026, 11, 19))

    assert "Thursday, November 19" in client.get(location).content.decode()


def test_a_promise_that_was_not_kept_is_not_repeated(client, desk_clinic, now):
    location = send(client)["Location"]
    now(WEDNESDAY + datetime.timedelta(days=3))

    lead = Page(client.get(location).content).one("p", class_="lead").text

    assert "We wanted to call you by 5 pm on Thursday, November 19" in lead
    assert "please call us" in lead


def test_a_suspect_sees_the_same_page(client, desk_clinic, sent):
    suspect = client.get(send(client, website="https://spam.example", phone="+13125550111")["Location"])

    def words(response):
        return re.sub(r"[2-9A-Z]{4}-[2-9A-Z]{4}(:[\w-]+)?", "", response.content.decode())

    assert ConsultationRequest.objects.quarantined().count() == 1
    assert words(suspect) == words(sent)


def test_after_the_request_is_deleted_the_page_is_gone(client, desk_clinic):
    location = send(client)["Location"]
    ConsultationRequest.objects.all().delete()

    assert client.get(location).status_code == 404
    assert client.get(f"{location}call.ics").status_code == 404
