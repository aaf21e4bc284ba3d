import re

import pytest
from django.test import Client

from fbss_site.feedback import views
from fbss_site.feedback.models import Answer
from fbss_site.guarding.models import Tally
from fbss_site.guarding.passes import new_pass

from .. import factories
from ..html import Page

pytestmark = pytest.mark.django_db


@pytest.fixture
def record(clinic):
    return factories.make_condition(title="Nonunion", slug="nonunion")


def form_of(client, record):
    """What a browser would send of the form at the end of a record's page, without a button."""
    page = Page(client.get(record.get_absolute_url()).content)
    return fields_of(page)


def fields_of(page):
    form = page.one("form", class_="feedback__form")
    fields = [element for element in page.elements if form in element.parents and "name" in element.attributes]
    return {
        field.attributes["name"]: field.text.strip() or field.attributes.get("value", "")
        for field in fields
        if field.tag in {"input", "textarea"}
    }


def answer(client, record, *, helpful="yes", headers=None, **changes):
    data = {**form_of(client, record), "helpful": helpful, **changes}
    return client.post(
        "/feedback/", {name: value for name, value in data.items() if value is not None}, headers=headers
    )


@pytest.mark.parametrize(("button", "helpful"), [("yes", True), ("no", False)])
def test_an_answer_is_kept_with_page_clinic_and_day_alone(client, clinic, record, button, helpful):
    response = answer(client, record, helpful=button, sentence="  More about\nsmoking, please. ")

    assert response.status_code == 302
    kept = Answer.objects.values().get()
    assert kept.pop("id")
    assert kept.pop("day").isoformat()
    assert kept == {
        "clinic_id": clinic.pk,
        "path": "/conditions/nonunion/",
        "helpful": helpful,
        "sentence": "More about smoking, please.",
    }


def test_after_sending_comes_a_page_that_says_thank_you_and_leads_back(client, record):
    response = client.get(answer(client, record)["Location"])

    assert response.status_code == 200
    assert "Thank you" in Page(response.content).one("h1").text
    assert Page(response.content).find("a", href=record.get_absolute_url())


@pytest.mark.parametrize(
    "page", ["//evil.example/", "https://evil.example/", "javascript:alert(1)", "/\\evil.example", "x"]
)
def test_the_way_back_leads_to_no_other_site(client, clinic, page):
    response = client.get("/feedback/thanks/", {"page": page})

    assert response.status_code == 200
    assert "evil" not in "".join(link.attributes["href"] for link in Page(response.content).find("a"))
    assert "javascript" not in response.content.decode()


def test_neither_reading_nor_answering_sets_a_cookie(client, record):
    read = client.get(record.get_absolute_url())
    sent = answer(client, record)
    thanked = client.get(sent["Location"])

    for response in (read, sent, thanked):
        assert not response.cookies
        assert "cookie" not in response.get("Vary", "").lower()
    assert b"csrfmiddlewaretoken" not in read.content


def test_it_works_where_the_browser_enforces_nothing_but_our_own_guard(record):
    client = Client(SERVER_NAME="localhost", enforce_csrf_checks=True)

    assert answer(client, record).status_code == 302


def test_a_reading_page_stays_the_same_so_that_browsers_can_ask_for_it_again(client, record):
    first = client.get(record.get_absolute_url())

    assert client.get(record.get_absolute_url(), headers={"if-none-match": first["ETag"]}).status_code == 304


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"sentence": "call me on 312 555 0142"}, "phone numbers"),
        ({"sentence": "jo@example.com"}, "e-mail addresses"),
        ({"sentence": "see https://spam.example"}, "Leave out web addresses."),
        ({"sentence": "x" * 301}, "Shorten this to 300 characters. It has 301 now."),
        ({"sentence": "a\x00b"}, "Null characters are not allowed."),
        ({"helpful": None}, "Press Yes or No."),
        ({"helpful": "maybe"}, "Press Yes or No."),
        ({"website": "https://spam.example"}, "Leave this field empty. Only machines fill it in."),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_kept(client, record, changes, words):
    response = answer(client, record, **changes)
    page = Page(response.content)

    assert response.status_code == 422
    assert words in page.one("div", class_="error-summary").text
    assert not Answer.objects.exists()
    assert not Tally.objects.exists()
    ids = {element.attributes.get("id") for element in page.elements}
    assert {
        link.attributes["href"][1:]
        for link in page.find("a")
        if link.within("ul") and any("error-summary" in parent.attributes.get("class", "") for parent in link.parents)
    } <= ids


def test_a_corrected_answer_can_be_sent_from_the_page_that_refused_it(client, record):
    refused = Page(answer(client, record, sentence="jo@example.com").content)
    fields = fields_of(refused)
    assert fields["sentence"] == "jo@example.com"

    response = client.post("/feedback/", {**fields, "sentence": "Clear words.", "helpful": "yes"})

    assert response.status_code == 302
    assert Answer.objects.get().path == record.get_absolute_url()


@pytest.mark.parametrize(
    ("changes", "headers"),
    [
        ({"pass": ""}, None),
        ({"pass": "1:forged"}, None),
        ({"page": "/conditions/another/"}, None),
        ({"page": None}, None),
        ({}, {"origin": "https://evil.example"}),
        ({}, {"sec-fetch-site": "cross-site"}),
    ],
)
def test_what_does_not_come_from_the_page_is_refused(client, record, changes, headers):
    response = answer(client, record, headers=headers, **changes)

    assert response.status_code == 403
    assert "Please open the page once more" in response.content.decode()
    assert not Answer.objects.exists()


def test_a_pass_of_another_clinics_host_is_refused(client, record):
    factories.make_clinic(hostnames=["other.localhost"])
    stolen = new_pass("feedback", "other.localhost", record.get_absolute_url())

    assert answer(client, record, **{"pass": stolen}).status_code == 403


def test_a_flood_is_answered_in_a_sentence_and_stops_growing(client, record, monkeypatch):
    monkeypatch.setattr(views, "MOST_AN_HOUR", 2)

    responses = [answer(client, record) for _ in range(5)]

    assert [response.status_code for response in responses] == [302, 302, 429, 429, 429]
    assert "Too many answers at once" in responses[-1].content.decode()
    assert responses[-1]["Retry-After"] == "3600"
    assert Answer.objects.count() == 2


def test_a_flood_from_everywhere_is_bounded_too(client, record, monkeypatch):
    monkeypatch.setattr(views, "MOST_A_DAY", 2)
    fields = form_of(client, record)

    statuses = [
        client.post("/feedback/", {**fields, "helpful": "no"}, REMOTE_ADDR=f"203.0.113.{last}").status_code
        for last in range(4)
    ]

    assert statuses == [302, 302, 429, 429]


def test_another_clinic_is_not_held_up_by_it(client, record, monkeypatch):
    monkeypatch.setattr(views, "MOST_A_DAY", 1)
    factories.make_clinic(hostnames=["other.localhost"])
    answer(client, record)
    path = record.get_absolute_url()

    fields = {"page": path, "pass": new_pass("feedback", "other.localhost", path), "helpful": "yes"}
    other = client.post("/feedback/", fields, headers={"host": "other.localhost"})

    assert other.status_code == 302
    assert Answer.objects.filter(clinic__hostnames__name="other.localhost").count() == 1


@pytest.mark.parametrize("sentence", ["<script>alert(1)</script>", "' OR 1=1 --", "🦴" * 300, "שלום " * 20, "\x07"])
def test_odd_sentences_do_no_harm(client, record, sentence):
    assert answer(client, record, sentence=sentence).status_code == 302
    assert len(Answer.objects.get().sentence) <= 300


def test_what_was_typed_is_shown_again_as_text(client, record):
    response = answer(client, record, sentence="</textarea><script>jo@example.com")

    assert "<script>jo" not in response.content.decode()


def test_the_address_of_the_form_leads_home(client, clinic):
    response = client.get("/feedback/")

    assert response.status_code == 302
    assert response["Location"] == "/"


@pytest.mark.parametrize("path", ["/feedback/", "/feedback/thanks/"])
def test_nothing_of_it_is_cached_or_indexed(client, clinic, path):
    response = client.get(path, follow=False)

    assert response["Cache-Control"] == "no-store"
    assert response.status_code == 302 or response["X-Robots-Tag"] == "noindex"


def test_each_record_page_asks_and_lists_do_not(client, clinic):
    records = [factories.make_symptom(), factories.make_treatment(), factories.make_page(), factories.make_test()]

    for record in records:
        page = Page(client.get(record.get_absolute_url()).content)
        assert page.one("form", class_="feedback__form")
        assert re.search("nothing about your health", page.one("section", class_="feedback").text)
    assert not Page(client.get("/conditions/").content).find("form", class_="feedback__form")


def test_the_trap_has_a_label_and_takes_no_focus(client, record):
    page = Page(client.get(record.get_absolute_url()).content)
    trap = page.one("input", name="website")

    assert page.one("label", **{"for": trap.attributes["id"]}).text == "Leave this field empty"
    assert trap.attributes["tabindex"] == "-1"
