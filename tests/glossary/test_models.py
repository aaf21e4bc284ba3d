import pytest
from django.core.exceptions import ValidationError

from fbss_site.glossary.models import Term
from fbss_site.rendering import Term as RenderedTerm
from tests.factories import make_term

pytestmark = pytest.mark.django_db


def test_a_term_is_found_by_each_of_its_names_in_any_case():
    make_term(key="emg", term="EMG", also=["Electromyography"], definition="A test of nerves.")

    expected = RenderedTerm("emg", "EMG", "A test of nerves.", "/glossary/#emg")
    assert Term.objects.by_name() == {"emg": expected, "electromyography": expected}


@pytest.mark.parametrize(
    "taken", [{"also": ["electromyography"]}, {"term": "Electromyography"}, {"also": ["emg"]}, {"also": ["x", "EMG"]}]
)
def test_a_name_belongs_to_one_term(taken):
    make_term(term="EMG", also=["Electromyography"])

    with pytest.raises(ValidationError, match="already belongs to the term “EMG”"):
        make_term(**taken)


def test_a_term_keeps_its_own_names():
    term = make_term(term="EMG", also=["Electromyography"])
    term.definition = "Another sentence."

    term.full_clean()


def test_the_same_term_twice_is_refused_at_its_field():
    make_term(term="EMG")

    with pytest.raises(ValidationError) as refused:
        make_term(term="EMG")

    assert refused.value.message_dict["term"] == ["The glossary already has this term."]


def test_its_address_is_its_place_on_the_glossary():
    assert make_term(key="dura").get_absolute_url() == "/glossary/#dura"
