"""The line under a hit, and its marked words."""

import pytest

from .. import factories
from .results import search

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clinic")]


def line(found):
    [shown] = found.page.find("p", class_="search-hits__line")
    return " ".join(shown.text.split())


def test_the_sentence_that_matches_is_shown_with_its_section(client):
    record = factories.make_treatment(
        title="Fusion", slug="fusion", recovery="You rest first. Ask when you may drive. Then you walk."
    )

    found = search(client, "driving")

    assert line(found) == "Fusion: Recovery: Ask when you may drive."
    assert found.marked == ["drive"]
    assert found.page.find("a", href=f"{record.get_absolute_url()}#recovery")
    assert 'id="recovery"' in client.get(record.get_absolute_url()).content.decode()


def test_the_summary_is_shown_where_it_says_as_much(client):
    factories.make_treatment(title="Fusion", summary="Bones that zebras join.", recovery="Zebras rest.")

    assert line(search(client, "zebra")) == "Bones that zebras join."


def test_a_guides_own_heading_is_named(client):
    factories.make_page(title="Living", body="### Work\n\nZebras work.\n")

    assert line(search(client, "zebra")) == "Work: Zebras work."


def test_the_clinics_own_numbers_stand_in_a_line(client, clinic):
    factories.make_symptom(title="Fever", summary="Hot.", what_to_do="Call {{emergency_number}} for zebras.")

    assert line(search(client, "zebra")).endswith(f"Call {clinic.emergency_number} for zebras.")


def test_a_long_sentence_is_cut_around_the_match(client):
    factories.make_page(body=f"{'Before ' * 60}zebra{' after' * 60}.")

    shown = line(search(client, "zebra"))

    assert shown.startswith("… Before")
    assert "zebra" in shown
    assert shown.endswith("after …")
    assert len(shown) < 320


def test_a_synonym_is_marked_only_as_a_whole(client):
    factories.make_page(title="Repeat", summary="A repeat operation.")
    factories.make_synonym(["redo"], ["repeat operation"])

    assert search(client, "redo").marked == ["repeat", "operation"]


def test_text_is_shown_as_text(client):
    factories.make_page(title="Zebra <b>x</b>", summary="1 < 2 & zebra")

    assert "Zebra &lt;b&gt;x" in search(client, "stripes zebra").response.content.decode().replace(
        "<mark>", ""
    ).replace("</mark>", "")


def test_how_urgent_a_symptom_is_stands_beside_it(client):
    factories.make_symptom(title="Zebra legs", urgency="same-day")

    assert "Get help today" in search(client, "zebra").main
