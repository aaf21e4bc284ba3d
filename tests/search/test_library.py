"""How soon search sees what changes."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from fbss_site.records import publishing
from fbss_site.search import entries, library
from fbss_site.search.models import LibraryVersion

from .. import factories
from .results import search

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clinic")]


def test_a_new_record_is_found_at_once(client):
    assert not search(client, "zebra").titles

    factories.make_page(title="Zebra guide")

    assert search(client, "zebra").titles == ["Zebra guide"]


def test_a_changed_record_is_found_by_its_new_words_only(client):
    page = factories.make_page(title="Zebra guide", summary="Stripes.")
    assert search(client, "zebra").titles == ["Zebra guide"]

    page.title = "Giraffe guide"
    page.save()

    assert not search(client, "zebra").titles
    assert search(client, "giraffe").titles == ["Giraffe guide"]


@pytest.mark.parametrize("status", ["draft", "in-review", "withdrawn"])
def test_what_is_not_published_is_not_found(client, status):
    factories.make_page(title="Zebra guide", status=status)

    assert not search(client, "zebra").titles


def test_a_withdrawn_record_is_gone_at_once_with_its_words(client):
    page = factories.make_page(title="Zebra guide")
    assert search(client, "zebra").titles

    publishing.withdraw(page)

    assert not search(client, "zebra").titles
    assert "Did you mean" not in search(client, "zebre").main


def test_what_was_taken_back_without_a_word_to_us_is_not_shown(client):
    page = factories.make_page(title="Zebra guide")
    assert search(client, "zebra").titles

    type(page).objects.update(status="draft")

    assert not search(client, "zebra").titles


def test_a_deleted_term_and_a_deleted_synonym_are_gone(client):
    factories.make_page(title="Zebra guide")
    term = factories.make_term(key="okapi", term="okapi")
    synonym = factories.make_synonym(["striped horse"], ["zebra"])
    assert search(client, "okapi").titles == ["okapi"]
    assert search(client, "striped horse").titles == ["Zebra guide"]

    term.delete()
    synonym.delete()

    assert not search(client, "okapi").titles
    assert not search(client, "striped horse").titles


def test_a_scheduled_record_is_found_within_a_minute_of_its_time(client, monkeypatch):
    now = timezone.now()
    factories.make_page(title="Zebra guide", publish_at=now + timedelta(hours=1))
    assert not search(client, "zebra").titles

    monkeypatch.setattr(timezone, "now", lambda: now + timedelta(hours=1, seconds=1))
    clock = library.time.monotonic()
    monkeypatch.setattr(library.time, "monotonic", lambda: clock + 61)

    assert search(client, "zebra").titles == ["Zebra guide"]


def test_a_record_whose_time_is_over_is_gone_at_once(client, monkeypatch):
    now = timezone.now()
    factories.make_page(title="Zebra guide", expire_at=now + timedelta(hours=1))
    assert search(client, "zebra").titles == ["Zebra guide"]

    monkeypatch.setattr(timezone, "now", lambda: now + timedelta(hours=1, seconds=1))

    assert not search(client, "zebra").titles


def test_another_process_sees_a_change_within_a_second(client, monkeypatch):
    page = factories.make_page(title="Zebra guide")
    assert search(client, "zebra").titles
    # What another process does: the row and the token change, and this one hears nothing.
    type(page).objects.update(title="Giraffe guide")
    LibraryVersion.change()
    assert not search(client, "giraffe").titles

    clock = library.time.monotonic()
    monkeypatch.setattr(library.time, "monotonic", lambda: clock + 1.1)

    assert search(client, "giraffe").titles == ["Giraffe guide"]


def test_only_what_changed_is_read_again(monkeypatch):
    page = factories.make_page(title="Zebra guide")
    factories.make_cause(title="Okapi")
    library.current_index()
    read = []
    make_entry = entries.make_entry
    monkeypatch.setattr(entries, "make_entry", lambda *source: read.append(source[1]) or make_entry(*source))

    page.title = "Giraffe guide"
    page.save()
    library.current_index()

    assert read == [page.slug]


def test_between_two_looks_the_database_is_not_asked():
    library.current_index()

    with CaptureQueriesContext(connection) as captured:
        library.current_index()

    assert len(captured) == 0


def test_a_record_that_fails_to_be_read_does_not_lose_what_there_was(client, monkeypatch):
    factories.make_page(title="Zebra guide")
    assert search(client, "zebra").titles

    def fail():
        raise RuntimeError

    factories.make_page(title="Okapi guide")
    monkeypatch.setattr(entries, "read_sources", fail)
    with pytest.raises(RuntimeError):
        library.current_index()

    assert search(client, "zebra").titles == ["Zebra guide"]
