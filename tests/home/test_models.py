import pytest
from django.core.exceptions import ValidationError

from tests.factories import make_clinic, make_clinician, make_condition, make_home_section

pytestmark = pytest.mark.django_db


def refusal(**fields):
    with pytest.raises(ValidationError) as refused:
        make_home_section(**fields)
    return refused.value.message_dict


def test_a_part_of_a_condition_needs_the_condition():
    assert refusal(kind="condition", text="") == {"condition": ["Choose the condition that this section shows."]}


def test_a_part_is_one_of_the_conditions_texts():
    found = refusal(kind="condition", condition=make_condition(), part="benefits")

    assert found["part"][0].startswith("Choose one of: overview, feels_like, why_it_happens,")


def test_a_section_shows_a_clinician_of_its_own_clinic():
    assert refusal(clinic=make_clinic(), kind="at-a-glance", clinician=make_clinician()) == {
        "clinician": ["This clinician belongs to another clinic."]
    }


def test_a_sections_text_obeys_the_rules_of_every_text():
    assert "There is no citation “nobody1999”" in refusal(text="1 in 5.[@nobody1999]")["text"][0]
