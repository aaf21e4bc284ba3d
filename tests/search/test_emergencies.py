import pytest

from .. import factories
from .results import search

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clinic")]


@pytest.fixture(autouse=True)
def _card():
    factories.make_care_card(
        title="Emergency signs",
        site_wide=True,
        urgency="emergency",
        signs="Any of these:\n\n- coughing blood\n- a seizure",
    )


def test_the_card_stands_after_the_hits_of_an_everyday_question(client):
    factories.make_treatment(title="Massage")

    found = search(client, "massage")

    assert not found.card_is_first
    assert found.page.one("section", id="emergency")


@pytest.mark.parametrize("typed", ["saddle numbness", "numb in the saddle", "sadle numbnes", "horse riding feeling"])
def test_an_emergency_symptom_puts_the_card_first(client, typed):
    factories.make_symptom(title="Saddle numbness", also_known_as=["horse riding feeling"], urgency="emergency")

    assert search(client, typed).card_is_first


@pytest.mark.parametrize("typed", ["knee pain", "pain in the knee", "pain relief"])
def test_an_emergency_symptom_whose_text_has_a_word_of_it_does_not(client, typed):
    factories.make_symptom(title="Fits", urgency="emergency", feels_like="The knee shakes. It has no pain, or some.")

    assert not search(client, typed).card_is_first


def test_an_emergency_symptom_whose_text_says_the_whole_does(client):
    factories.make_symptom(title="Fits", urgency="emergency", feels_like="The knee shakes and the eyes roll up.")

    assert search(client, "my knee shakes and eyes roll").card_is_first


def test_half_of_a_phrase_of_everyday_is_no_sign(client):
    factories.make_symptom(title="Thoughts of death", also_known_as=["wanting to die"], urgency="emergency")
    factories.make_synonym(["die down"], ["ease"])

    assert search(client, "wanting to die").card_is_first
    assert not search(client, "will it die down").card_is_first


def test_a_symptom_that_can_wait_does_not(client):
    factories.make_symptom(title="Saddle numbness", urgency="routine")

    assert not search(client, "saddle numbness").card_is_first


@pytest.mark.parametrize("typed", ["coughing up blood", "seizures", "siezure"])
def test_words_of_a_card_put_the_card_first(client, typed):
    factories.make_page(title="Blood tests", body="About blood.")

    assert search(client, typed).card_is_first


def test_a_draft_card_and_a_draft_symptom_do_not(client):
    factories.make_symptom(title="Zebra legs", urgency="emergency", status="draft")
    factories.make_care_card(title="Zebras", urgency="emergency", signs="- zebra", status="draft")
    factories.make_page(title="Zebra guide")

    assert not search(client, "zebra").card_is_first


def test_a_sign_that_staff_marked_puts_the_card_first_whatever_is_found(client):
    factories.make_page(title="Zebra guide", body="Zebra.")
    factories.make_synonym(["striped legs"], emergency=True)

    assert search(client, "zebra with striped legs").card_is_first
    assert search(client, "my legs are striped").card_is_first is False
    assert search(client, "striped legs").card_is_first


def test_a_sign_at_the_end_of_a_long_letter_counts(client):
    factories.make_synonym(["striped legs"], emergency=True)

    assert search(client, "I had an operation. " * 200 + "Now I have striped legs.").card_is_first


def test_a_longer_phrase_of_everyday_takes_a_word_out_of_a_sign(client):
    factories.make_synonym(["weak"], emergency=True)
    factories.make_synonym(["weak bones"], ["osteoporosis"])

    assert search(client, "weak").card_is_first
    assert not search(client, "weak bones").card_is_first


def test_a_card_is_no_hit(client):
    factories.make_symptom(title="Fits", urgency="emergency", feels_like="A seizure.")

    assert search(client, "seizure").titles == ["Fits"]


def test_the_card_has_the_numbers_of_the_clinic_that_is_asked(client):
    factories.make_clinic(hostnames=["thames.localhost"], emergency_number="999", locale="en-GB")
    factories.make_synonym(["striped legs"], emergency=True)
    card = factories.CareCard.objects.get()
    card.what_to_do = "Call {{emergency_number}}."
    card.save()

    page = client.get("/search/?q=striped+legs", headers={"host": "thames.localhost"}).content.decode()

    assert "Call <a" in page
    assert "999" in page
    assert "911" not in page
