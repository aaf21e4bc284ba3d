import pytest

from fbss_site.home.models import HomeSection
from tests import factories, staff
from tests.html import Page


@pytest.fixture
def manager(clinic):
    return staff.sign_in(staff.CLINIC_MANAGERS)


def change(client, section, **changes):
    return staff.send_form(client, staff.admin_url("change", section), **changes)


def test_a_section_is_changed_and_shows_at_once(manager, clinic, client):
    section = factories.make_home_section(clinic=clinic)

    change(manager, section, text="We have moved to the first floor.")

    assert "We have moved to the first floor." in client.get("/").content.decode()


def test_the_part_of_a_condition_is_chosen_by_its_heading(manager, clinic):
    section = factories.make_home_section(clinic=clinic, kind="condition", condition=factories.make_condition())

    page = Page(manager.get(staff.admin_url("change", section)).content)
    change(manager, section, part="outlook")

    options = {option.text for option in page.find("option")}
    assert {"In short", "What to expect", "If it is not treated"} <= options
    section.refresh_from_db()
    assert section.part == "outlook"


def test_an_unknown_citation_is_named_at_its_field(manager, clinic):
    response = change(manager, factories.make_home_section(clinic=clinic), text="It helps. [@nobody1999]")

    assert "There is no citation “nobody1999”." in staff.errors_of(response)["text"]


def test_a_clinician_of_another_clinic_is_refused(manager, clinic):
    section = factories.make_home_section(clinic=clinic)

    response = change(manager, section, clinician=factories.make_clinician().pk)

    assert "belongs to another clinic" in staff.errors_of(response)["clinician"]


def test_sections_can_be_listed_by_clinic(manager, clinic):
    mine, _ = factories.make_home_section(clinic=clinic), factories.make_home_section()

    response = manager.get(staff.admin_url("changelist", HomeSection), {"clinic__id__exact": clinic.pk})

    assert list(response.context["cl"].result_list) == [mine]
