"""The page itself: what stands on it, what it keeps to itself, and what it costs."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from fbss_site.search import library

from .. import factories
from ..html import Page
from .results import search

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clinic")]
MOST_QUERIES = 8


@pytest.fixture(autouse=True)
def _records():
    factories.make_care_card(title="Emergency signs", site_wide=True, urgency="emergency")
    factories.make_treatment(title="Laminectomy")


@pytest.mark.parametrize("address", ["/search/", "/search/?q=", "/search/?q=laminectomy", "/search/?q=xqzwvy"])
def test_the_page_has_what_every_page_has(client, address):
    page = Page(client.get(address).content)

    assert page.one("h1").text == "Search"
    assert page.one("meta", name="description").attributes["content"].strip()
    assert page.one("nav", **{"aria-label": "Breadcrumb"}).text.split() == ["Home", "Search"]
    assert page.one("section", id="emergency")
    ids = [element.attributes["id"] for element in page.elements if "id" in element.attributes]
    assert len(ids) == len(set(ids))


def test_the_title_says_what_was_searched_for(client):
    assert "laminectomy" in search(client, "laminectomy").page.one("title").text
    assert search(client, "").page.one("title").text.startswith("Search ·")


def test_the_form_is_labelled_and_keeps_what_was_typed(client):
    page = search(client, 'a "b" <c>').page

    field = page.one("input", id="search-page")
    assert field.attributes["value"] == 'a "b" <c>'
    assert field.attributes["name"] == "q"
    assert page.one("label", **{"for": "search-page"}).text == "Search these pages"
    form = next(parent for parent in field.parents if parent.tag == "form")
    assert (form.attributes["action"], form.attributes["method"]) == ("/search/", "get")


def test_nothing_found_leads_somewhere_useful(client, clinic):
    page = search(client, "xqzwvy").page

    addresses = {link.attributes["href"] for link in page.find("a") if link.within("main")}
    assert {"/symptoms/", "/conditions/failed-back-surgery-syndrome/", "/glossary/", "/treatments/"} <= addresses
    assert clinic.phone.as_rfc3966 in addresses
    assert "Nothing found for “xqzwvy”." in " ".join(page.one("main").text.split())


@pytest.mark.parametrize("address", ["/search/", "/search/?q=laminectomy", "/search/?q=xqzwvy"])
def test_nobody_keeps_the_page(client, address):
    response = client.get(address)

    assert response["Cache-Control"] == "no-store"
    assert response["X-Robots-Tag"] == "noindex"
    assert not response.cookies
    assert "cookie" not in response.get("Vary", "").lower()


def test_staff_get_the_same_page(client, admin_user):
    staff = Client(SERVER_NAME="localhost")
    staff.force_login(admin_user)

    assert staff.get("/search/?q=laminectomy").content == client.get("/search/?q=laminectomy").content


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_the_page_is_only_read(client, method):
    assert getattr(client, method)("/search/").status_code == 405


@pytest.mark.parametrize("typed", ["laminectomy", "laminektomy", "xqzwvy", "emergency", ""])
def test_queries_are_few_even_in_a_fresh_process(client, monkeypatch, typed):
    client.get("/")
    monkeypatch.setattr(library, "_held", None)

    with CaptureQueriesContext(connection) as captured:
        search(client, typed)

    assert len(captured) <= MOST_QUERIES


def test_queries_stay_the_same_with_ten_times_the_records(client):
    def queries():
        search(client, "laminectomy")
        with CaptureQueriesContext(connection) as captured:
            search(client, "laminectomy")
        return len(captured)

    before = queries()
    for number in range(12):
        factories.make_cause(title=f"Laminectomy {number}")
        factories.make_symptom(title=f"Laminectomy {number}")

    assert queries() == before
