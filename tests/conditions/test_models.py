import pytest
from django.core.exceptions import ValidationError

from conditions.models import CareCard, Condition, Symptom
from fbss_site.rendering import Composer, Word
from tests.factories import (
    make_care_card,
    make_cause,
    make_citation,
    make_condition,
    make_symptom,
    make_test,
    make_treatment,
)

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("make", "address"),
    [
        (make_condition, "/conditions/one/"),
        (make_symptom, "/symptoms/one/"),
        (make_cause, "/causes/one/"),
        (make_test, "/tests/one/"),
    ],
)
def test_each_kind_has_its_addresses(make, address):
    assert make(slug="one").get_absolute_url() == address


def test_an_address_is_taken_once():
    make_condition(slug="one")

    with pytest.raises(ValidationError) as refused:
        make_condition(slug="one")

    assert refused.value.message_dict == {"slug": ["Another record of this kind already has this address."]}


@pytest.mark.parametrize("code", ["", "M96.1", "G97.82", "M48", "T84.226A"])
def test_an_icd_10_code_has_its_shape(code):
    assert make_condition(icd10=code).icd10 == code


@pytest.mark.parametrize("code", ["m96.1", "M961", "96.1", "M96.", "M96.1\n", "M96.12345"])
def test_what_is_no_icd_10_code_is_refused(code):
    with pytest.raises(ValidationError, match=r"An ICD-10 code looks like M96\.1"):
        make_condition(icd10=code)


def test_a_cause_lists_each_condition_once():
    described = make_condition(title="A")
    cause = make_cause(condition=described)
    described.causes.add(cause)
    other = make_condition(title="B", causes=[cause])
    make_condition()

    assert set(cause.related_links()["conditions"]) == {described, other}
    assert cause.related_links()["conditions"].count() == 2


def test_related_conditions_know_each_other():
    one = make_condition()
    two = make_condition(related_conditions=[one])

    assert list(one.related_conditions.all()) == [two]


def test_treatments_of_a_condition_come_by_the_way_back():
    condition, cause = make_condition(), make_cause()
    treatment = make_treatment(conditions=[condition], causes=[cause])
    make_treatment(status="draft", conditions=[condition], causes=[cause])

    assert list(condition.related_links()["treatments"]) == [treatment]
    assert list(cause.related_links()["treatments"]) == [treatment]


@pytest.mark.parametrize(
    ("urgency", "style"),
    [("emergency", "emergency"), ("same-day", "urgent"), ("soon", "non-urgent"), ("routine", "non-urgent")],
)
def test_the_more_urgent_a_symptom_the_louder_its_card(urgency, style):
    assert Symptom.Urgency(urgency).card_style == style


def test_the_emergency_card_is_the_public_one_of_every_page():
    make_care_card(urgency="emergency")
    assert CareCard.objects.emergency() is None

    card = make_care_card(urgency="emergency", site_wide=True)
    assert CareCard.objects.emergency() == card


def test_an_emergency_card_that_is_no_longer_public_is_not_shown():
    make_care_card(urgency="emergency", site_wide=True, status="withdrawn")

    assert CareCard.objects.emergency() is None


def test_a_records_cards_come_after_the_emergency_card(django_assert_num_queries):
    late = make_care_card(position=20)
    early = make_care_card(position=10)
    draft = make_care_card(status="draft")
    everywhere = make_care_card(urgency="emergency", site_wide=True, position=30)
    make_care_card()
    condition = make_condition()
    condition.care_cards.set([late, early, draft])

    with django_assert_num_queries(1):
        assert list(CareCard.objects.for_record(condition.care_cards)) == [everywhere, early, late]


def test_a_card_of_a_page_that_is_the_emergency_card_stands_once():
    card = make_care_card(urgency="emergency", site_wide=True)
    condition = make_condition()
    condition.care_cards.add(card)

    assert list(CareCard.objects.for_record(condition.care_cards)) == [card]


@pytest.mark.parametrize(
    ("urgency", "prefix"),
    [
        ("emergency", "Immediate action required:"),
        ("urgent", "Urgent advice:"),
        ("non-urgent", "Non-urgent advice:"),
    ],
)
def test_a_card_says_in_words_how_urgent_it_is(urgency, prefix):
    card = make_care_card(urgency=urgency, title="Call now", signs="- fever", what_to_do="Call {{emergency_number}}.")

    composed = card.composed(Composer(words={"emergency_number": Word("999")}))

    assert (composed.urgency, composed.prefix, composed.title) == (urgency, prefix, "Call now")
    assert composed.signs == "<ul>\n<li>fever</li>\n</ul>\n"
    assert composed.what_to_do == "<p>Call 999.</p>\n"


def test_a_card_cites_nothing():
    make_citation(key="kumar2007")

    with pytest.raises(ValidationError) as refused:
        make_care_card(what_to_do="Call.[@kumar2007]")

    assert list(refused.value.message_dict) == ["what_to_do"]


def test_a_record_is_named_by_its_title():
    assert str(make_condition(title="Scar")) == "Scar"
    assert str(Condition(title="")) == ""
