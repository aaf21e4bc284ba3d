"""What is kept of a search that found nothing, and what is not."""

from datetime import date

import pytest
from django.core.exceptions import FieldDoesNotExist
from django.db import DatabaseError

from fbss_site.search.models import MissedSearch, MissedSearchQuerySet

from .. import factories
from .results import search

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clinic")]


def kept():
    return {row.text: row.count for row in MissedSearch.objects.all()}


def test_a_first_search_is_counted_without_its_words(client):
    search(client, "xqzwvy")

    assert kept() == {"": 1}
    assert "xqzwvy" not in str(MissedSearch.objects.values().get())


def test_from_the_second_time_on_its_words_are_kept_in_plain_form(client):
    for typed in ("Xqzwvy QQ", " xqzwvy   qq!", "xqzwvy qq"):
        search(client, typed)

    assert kept() == {"xqzwvy qq": 3}


def test_different_searches_are_counted_apart(client):
    for typed in ("xqzwvy", "qqzzkk", "xqzwvy"):
        search(client, typed)

    assert kept() == {"xqzwvy": 2, "": 1}


@pytest.mark.parametrize(
    "typed",
    [
        "xqzwvy 1961",
        "jqx@wvy.kq",
        "xqzwvy ٣",
        " ".join(["xqzwvy"] * 9),
        "what is it",
        "😀",
        "",
    ],
)
def test_what_may_be_about_a_person_or_says_nothing_is_not_counted(client, typed):
    search(client, typed)
    search(client, typed)

    assert kept() == {}


def test_what_was_found_is_not_counted(client):
    factories.make_page(title="Zebra guide")

    search(client, "zebra")

    assert kept() == {}


def test_a_cry_for_help_is_not_counted(client):
    factories.make_synonym(["end it"], emergency=True)

    search(client, "end it")

    assert kept() == {}


def test_nothing_else_is_kept(client):
    search(client, "xqzwvy")

    row = MissedSearch.objects.get()
    assert isinstance(row.last_seen, date)
    assert {field.name for field in row._meta.get_fields()} == {"id", "digest", "text", "count", "last_seen"}
    for name in ("user", "session", "address"):
        with pytest.raises(FieldDoesNotExist):
            row._meta.get_field(name)


def test_the_oldest_give_way(client, monkeypatch):
    monkeypatch.setattr(MissedSearchQuerySet, "most_rows", 2)

    for typed in ("aaqq", "bbqq", "ccqq", "ccqq"):
        search(client, typed)

    assert MissedSearch.objects.count() == 2
    assert kept()["ccqq"] == 2


def test_a_locked_database_costs_the_count_and_not_the_page(client, monkeypatch):
    def fail(*args, **kwargs):
        raise DatabaseError("database is locked")

    monkeypatch.setattr(MissedSearchQuerySet, "update", fail)

    assert "Nothing found" in search(client, "xqzwvy").main
