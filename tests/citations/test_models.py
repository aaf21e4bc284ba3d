import pytest
from django.core.exceptions import ValidationError

from fbss_site.citations.models import Citation
from tests.factories import make_citation

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("identifier", "value", "message"),
    [
        ("doi", "10.1001/jama.2022.18231", "Another citation already has this DOI."),
        ("pmid", "17845835", "Another citation already has this PMID."),
        ("pmcid", "PMC9579901", "Another citation already has this PMCID."),
    ],
)
def test_no_two_citations_have_one_identifier(identifier, value, message):
    make_citation(**{identifier: value})

    with pytest.raises(ValidationError) as refused:
        make_citation(**{identifier: value})

    assert refused.value.messages == [message]


def test_a_doi_is_the_same_in_capitals():
    """DOI names are case-insensitive: DOI Handbook, 2.4."""
    make_citation(doi="10.1016/s0304-3959(07)00401-0")

    with pytest.raises(ValidationError) as refused:
        make_citation(doi="10.1016/S0304-3959(07)00401-0")

    assert refused.value.messages == ["Another citation already has this DOI."]


def test_citations_without_identifiers_stand_beside_each_other():
    make_citation()
    make_citation()

    assert Citation.objects.filter(doi="", pmid="", pmcid="").count() == 2


def test_a_key_is_taken_once():
    make_citation(key="kumar2007")

    with pytest.raises(ValidationError) as refused:
        make_citation(key="kumar2007")

    assert refused.value.message_dict == {"key": ["Another citation already has this key."]}


def test_a_doi_typed_as_an_address_is_refused_at_its_field():
    with pytest.raises(ValidationError) as refused:
        make_citation(doi="https://doi.org/10.1001/jama.2022.18231")

    assert refused.value.message_dict == {"doi": ["Give the DOI without its web address: 10.1001/jama.2022.18231"]}


def test_its_address_is_its_key():
    assert make_citation(key="kumar2007").get_absolute_url() == "/references/kumar2007/"


@pytest.mark.parametrize("type_", Citation.Type)
def test_patients_are_told_what_each_kind_of_source_is(type_):
    assert type_.plain_words.endswith(".")
