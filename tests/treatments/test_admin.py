import pytest

from tests import factories, staff
from treatments.models import Offering


@pytest.fixture
def manager(clinic):
    return staff.sign_in(staff.CLINIC_MANAGERS)


def change(client, offering, **changes):
    return staff.send_form(client, staff.admin_url("change", offering), **changes)


@pytest.mark.parametrize(
    ("field", "make"), [("clinicians", factories.make_clinician), ("locations", factories.make_location)]
)
def test_an_offering_names_only_people_and_places_of_its_clinic(manager, clinic, field, make):
    offering, stranger, own = factories.make_offering(clinic=clinic), make(), make(clinic=clinic)

    response = change(manager, offering, **{field: [stranger.pk, own.pk]})

    assert staff.errors_of(response)[field] == f"Not of this clinic: {stranger}."


def test_an_offering_with_its_own_people_is_saved(manager, clinic):
    offering, own = factories.make_offering(clinic=clinic), factories.make_clinician(clinic=clinic)

    change(manager, offering, clinicians=[own.pk])

    assert list(offering.clinicians.all()) == [own]


def test_a_treatment_is_offered_once(manager, clinic):
    offering = factories.make_offering(clinic=clinic)

    response = change(manager, factories.make_offering(clinic=clinic), treatment=offering.treatment.pk)

    assert "This clinic already offers this treatment." in staff.errors_of(response)["__all__"]


def test_offerings_can_be_listed_by_clinic(manager, clinic):
    mine, _ = factories.make_offering(clinic=clinic), factories.make_offering()

    response = manager.get(staff.admin_url("changelist", Offering), {"clinic__id__exact": clinic.pk})

    assert list(response.context["cl"].result_list) == [mine]


def test_an_outcome_of_a_protocol_is_refused_at_its_citation(clinic):
    outcome = factories.make_outcome(status="draft")
    protocol = factories.make_citation(type="protocol")

    response = change(staff.sign_in(staff.EDITORS), outcome, citation=protocol.pk)

    assert "reports no result that can be shown" in staff.errors_of(response)["citation"]
