import pytest
from django.test import RequestFactory

from conditions.context_processors import emergency_card
from tests.factories import make_care_card

pytestmark = pytest.mark.django_db


def request_at(clinic):
    request = RequestFactory().get("/")
    request.clinic = clinic
    return request


def test_every_page_has_the_card_with_the_clinics_own_number(clinic):
    make_care_card(site_wide=True, urgency="emergency", title="Call now", what_to_do="Call {{emergency_number}}.")
    clinic.emergency_number = "999"

    card = emergency_card(request_at(clinic))["emergency_card"]

    assert card.title == "Call now"
    assert ">999</a>" in card.what_to_do


def test_the_card_is_looked_up_only_where_it_is_printed(clinic, django_assert_num_queries):
    with django_assert_num_queries(0):
        context = emergency_card(request_at(clinic))
    with django_assert_num_queries(1):
        assert not context["emergency_card"]


def test_a_page_of_no_clinic_has_no_card():
    assert emergency_card(RequestFactory().get("/")) == {}
