import pytest

from .. import factories
from .results import search

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clinic")]


@pytest.mark.parametrize("typed", ["laminektomy", "lamniectomy", "laminecttomy", "laminecto", "Laminektomy?"])
def test_a_misspelled_word_finds_the_right_one(client, typed):
    factories.make_treatment(title="Laminectomy")

    found = search(client, typed)

    assert found.titles == ["Laminectomy"]
    assert "Did you mean laminectomy" in found.main


def test_the_corrected_question_is_a_link(client):
    factories.make_treatment(title="Laminectomy risks")

    page = search(client, "risks & laminektomy").page

    [link] = [link for link in page.find("a") if link.attributes["href"].startswith("/search/?q=")]
    assert link.attributes["href"] == "/search/?q=risks%20%26%20laminectomy"
    assert link.text == "risks & laminectomy"


def test_words_that_were_run_together_are_parted(client):
    factories.make_symptom(title="Back pain")

    assert search(client, "backpain").titles == ["Back pain"]


@pytest.mark.parametrize("typed", ["non union", "Non Union of the spine"])
def test_words_that_are_one_in_a_name_are_joined(client, typed):
    factories.make_condition(title="Nonunion")
    factories.make_condition(title="Union")

    assert search(client, typed).titles[0] == "Nonunion"


def test_words_that_say_nothing_together_stay_apart(client):
    factories.make_condition(title="No pain anymore")
    factories.make_synonym(["not anymore"], ["zebra"])
    factories.make_treatment(title="Zebra")

    assert "Zebra" not in search(client, "not any more pain").titles


def test_a_word_of_a_name_is_preferred(client):
    factories.make_treatment(title="Brace", how_it_works="A brake.")
    factories.make_cause(explanation="Brakes and a brake.")

    assert "Did you mean brace" in search(client, "brafe").main


@pytest.mark.parametrize("typed", ["wife", "cat", "xqzwvy", "12345678"])
def test_a_word_that_is_like_no_other_is_left_alone(client, typed):
    factories.make_page(title="Life", body="A car. Good for 1234567.")

    found = search(client, typed)

    assert not found.titles
    assert "Did you mean" not in found.main


def test_a_word_that_nothing_has_is_named(client):
    factories.make_treatment(title="Laminectomy")

    found = search(client, "laminectomy xqzwvy")

    assert found.titles == ["Laminectomy"]
    assert "Nothing here has “xqzwvy”." in found.main


def test_a_misspelled_synonym_counts(client):
    factories.make_symptom(title="Bladder trouble")
    factories.make_synonym(["incontinence"], ["bladder"])

    assert search(client, "incontinance").titles == ["Bladder trouble"]
