"""Which of several records comes first, and why."""

import pytest

from .. import factories
from .results import search

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clinic")]


def test_a_title_counts_for_more_than_a_text(client):
    factories.make_treatment(title="Massage", how_it_works="Hands on muscles. Acupuncture is something else.")
    factories.make_treatment(title="Acupuncture", how_it_works="Thin needles.")

    assert search(client, "acupuncture").titles == ["Acupuncture", "Massage"]


def test_another_name_finds_it(client):
    factories.make_treatment(title="Acetaminophen", also_known_as=["Tylenol"])

    assert search(client, "tylenol").titles == ["Acetaminophen"]


@pytest.mark.parametrize("field", ["title", "summary", "overview", "daily_life"])
def test_every_text_of_a_record_is_searched(client, field):
    record = factories.make_condition(**{field: "About zebras."})

    assert search(client, "zebra").addresses == [record.get_absolute_url()]


def test_what_has_all_words_comes_before_what_has_one(client):
    factories.make_cause(title="Nerves", explanation="Nerve, nerves and nerve.")
    factories.make_cause(title="Scar on a nerve")

    assert search(client, "scar nerve").titles == ["Scar on a nerve", "Nerves"]


def test_a_name_that_is_the_whole_question_comes_first(client):
    factories.make_treatment(title="Fusion of the sacroiliac joint", summary="Fusion, and fusion again.")
    factories.make_treatment(title="Fusion")

    assert search(client, "fusion").titles == ["Fusion", "Fusion of the sacroiliac joint"]


def test_a_glossary_term_is_found_with_its_definition(client):
    factories.make_term(key="lead", term="lead", also=["electrode"], definition="A thin wire.")

    found = search(client, "electrodes")

    assert found.addresses == ["/glossary/#lead"]
    assert "A thin wire." in found.main


def test_a_synonym_finds_what_it_means(client):
    factories.make_symptom(title="Bladder trouble")
    factories.make_synonym(["pee", "pass water"], ["bladder"])

    assert search(client, "peeing").titles == ["Bladder trouble"]
    assert search(client, "I cannot pass any water").titles == ["Bladder trouble"]


def test_a_synonym_is_no_reason_to_find_less(client):
    factories.make_symptom(title="Bladder trouble")
    factories.make_cause(title="Pee")
    factories.make_synonym(["pee"], ["bladder"])

    assert search(client, "pee").titles == ["Pee", "Bladder trouble"]


def test_a_phrase_means_nothing_without_its_not(client):
    factories.make_condition(title="Failed back surgery")
    factories.make_synonym(["surgery did not work"], ["failed back"])

    assert "Failed back surgery" in search(client, "my surgery didn't work").titles
    assert "Failed back surgery" not in search(client, "does it work").titles


def test_a_phrase_is_not_turned_round_by_a_not_inside(client):
    factories.make_condition(title="Running")
    factories.make_synonym(["legs move"], ["running"])

    assert search(client, "legs that move").titles == ["Running"]
    assert not search(client, "legs do not move").titles


def test_a_sentence_with_all_words_counts_for_more_than_words_far_apart(client):
    factories.make_page(title="Apart", body="A zebra stands. A horse walks. An okapi sits.")
    factories.make_page(title="Together", body="A zebra and an okapi stand. A horse walks. It sits.")

    assert search(client, "zebra okapi").titles == ["Together", "Apart"]


def test_much_of_one_word_does_not_make_up_for_the_others(client):
    factories.make_page(title="Zebras of the savanna", summary="Zebras.", body="Zebra. " * 20)
    factories.make_page(title="Animals", body="A zebra. An okapi.")

    assert search(client, "zebra okapi").titles == ["Animals", "Zebras of the savanna"]


def test_the_sign_of_an_emergency_outweighs_the_rest_of_a_question(client):
    factories.make_treatment(title="Fusion", summary="Fusion.")
    factories.make_symptom(title="Fever", summary="Hot.")
    factories.make_synonym(["fever"], emergency=True)

    assert search(client, "fever fusion").titles == ["Fever", "Fusion"]


def test_the_names_of_a_term_are_synonyms(client):
    factories.make_treatment(title="Spinal cord stimulator")
    factories.make_term(key="scs", term="spinal cord stimulator", also=["SCS"])

    assert "Spinal cord stimulator" in search(client, "scs").titles


def test_hits_are_grouped_by_kind_after_the_best_ones(client):
    for number in range(4):
        factories.make_cause(title=f"Zebra cause {number}")
        factories.make_treatment(title=f"Zebra treatment {number}")

    page = search(client, "zebra").page

    headings = [heading.text for heading in page.find("h2")]
    assert headings[0] == "Best matches"
    assert {"More in: Causes", "More in: Treatments"} <= set(headings)
    titles = [link.text.strip() for link in page.find("a", class_="search-hits__title")]
    assert len(titles) == len(set(titles)) == 8
    rest = [title.split()[1] for title in titles[3:]]
    assert rest in (sorted(rest), sorted(rest, reverse=True))
    assert {"/causes/", "/treatments/"} <= {link.attributes["href"] for link in page.find("a", class_="search-more")}


def test_a_place_of_the_site_is_found(client):
    assert search(client, "phone number").addresses[0] == "/locations/"
    assert search(client, "book an appointment").addresses[0] == "/consultation/"
