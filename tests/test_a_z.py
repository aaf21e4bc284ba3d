import pytest
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext

from fbss_site.a_z import OTHERS, Entry, by_letter, read_entries, sorting_key
from fbss_site.library import load_library

from . import factories
from .html import Page

pytestmark = pytest.mark.django_db
MOST_QUERIES = 8


def entry(name):
    return Entry(name, "/x/", "condition")


def names(letters):
    return [(letter, [entry.name for entry in entries]) for letter, entries in letters]


def test_entries_stand_under_their_letters_whatever_their_accents_and_capitals():
    found = by_letter([entry(name) for name in ("zest", "Éclair", "eagle", "ear", "“Apex”", "3D scan", "Ωmega")])

    assert names(found) == [
        (OTHERS, ["3D scan", "Ωmega"]),
        ("A", ["“Apex”"]),
        ("E", ["eagle", "ear", "Éclair"]),
        ("Z", ["zest"]),
    ]


def test_a_name_of_signs_alone_has_a_place_too():
    assert sorting_key("…") == "..."
    assert names(by_letter([entry("…")])) == [(OTHERS, ["…"])]


def test_each_name_of_a_record_leads_to_its_page():
    names = ["SCS", "Stimulator", "scs", "spinal cord stimulation", "Spinal cord stimulations"]
    record = factories.make_treatment(title="Spinal cord stimulation", also_known_as=names)

    found = {(entry.name, entry.title) for entry in read_entries() if entry.url == record.get_absolute_url()}

    assert found == {
        ("Spinal cord stimulation", ""),
        ("SCS", "Spinal cord stimulation"),
        ("Stimulator", "Spinal cord stimulation"),
    }


def test_each_name_of_a_term_leads_to_its_place_in_the_glossary():
    term = factories.make_term(term="decompression", also=["decompressed", "decompressions"])

    found = [entry for entry in read_entries() if entry.url == term.get_absolute_url()]

    assert {(entry.name, entry.kind) for entry in found} == {
        ("decompression", "word explained"),
        ("decompressed", "word explained"),
    }


def test_a_page_goes_before_another_name_of_a_term():
    factories.make_test(title="CT scan", slug="ct", also_known_as=["CAT"])
    factories.make_term(term="CT scan", also=["cat", "computed picture"])

    found = {(entry.name, entry.kind) for entry in read_entries()}

    assert found == {
        ("CT scan", "test"),
        ("CAT", "test"),
        ("CT scan", "word explained"),
        ("computed picture", "word explained"),
    }


@pytest.mark.parametrize("status", ["draft", "in-review", "withdrawn"])
def test_what_is_not_public_is_not_listed(client, clinic, status):
    factories.make_condition(title="Hidden thing", also_known_as=["Hidden name"], status=status)

    assert b"Hidden" not in client.get("/a-z/").content


def test_what_has_no_page_is_not_listed(client, clinic):
    factories.make_care_card(title="Emergency signs in a card")
    factories.make_group(title="A group of treatments")

    entries = {entry.name for entry in read_entries()}

    assert not entries & {"Emergency signs in a card", "A group of treatments"}


def test_the_page_lists_the_whole_library_with_few_queries(client, db):
    load_library(settings.CONTENT_DIR)
    with CaptureQueriesContext(connection) as captured:
        response = client.get("/a-z/")
    page = Page(response.content)
    targets = {link.attributes["href"] for link in page.find("a")}

    assert len(captured) <= MOST_QUERIES
    assert "/conditions/failed-back-surgery-syndrome/" in targets
    assert "/guides/privacy/" in targets
    assert {f"#{heading.attributes['id']}" for heading in page.find("h2") if "id" in heading.attributes} >= {
        link.attributes["href"] for link in page.find("a") if link.attributes["href"].startswith("#letter-")
    }
    [short] = [link for link in page.find("a") if " ".join(link.text.split()).startswith("FBSS condition")]
    assert short.attributes["href"] == "/conditions/failed-back-surgery-syndrome/"
    assert "condition: Failed back surgery syndrome" in short.text


def test_the_list_stands_in_the_sitemap_and_at_the_foot_of_pages(client, clinic):
    assert "/a-z/" in client.get("/sitemap.xml").content.decode()
    assert [link for link in Page(client.get("/").content).find("a", href="/a-z/") if link.within("footer")]


def test_an_empty_library_has_an_empty_list(client, clinic):
    assert client.get("/a-z/").status_code == 200
