import pytest
from django.core.exceptions import ValidationError

from fbss_site.citations.identifiers import validate_doi, validate_key, validate_pmcid, validate_pmid

DOI_SHAPE = "A DOI starts with 10. and has a slash, for example 10.1001/jama.2022.18231."


@pytest.mark.parametrize(
    "doi", ["10.1001/jama.2022.18231", "10.1016/S0304-3959(07)00401-0", "10.1002/14651858.CD013756.pub2"]
)
def test_a_doi_is_taken_as_printed(doi):
    validate_doi(doi)


@pytest.mark.parametrize(
    "address",
    [
        "https://doi.org/10.1001/jama.2022.18231",
        "http://dx.doi.org/10.1001/jama.2022.18231",
        "HTTPS://DOI.ORG/10.1001/jama.2022.18231",
        "doi:10.1001/jama.2022.18231",
        "doi: 10.1001/jama.2022.18231",
    ],
)
def test_a_doi_typed_as_an_address_is_refused_with_what_to_type(address):
    with pytest.raises(ValidationError) as refused:
        validate_doi(address)

    assert refused.value.messages == ["Give the DOI without its web address: 10.1001/jama.2022.18231"]


@pytest.mark.parametrize("doi", ["jama.2022.18231", "10.1001", "10.1001/", "11.1001/a", "10.1001/a b", "10.1001/a\n"])
def test_what_is_no_doi_is_refused(doi):
    with pytest.raises(ValidationError) as refused:
        validate_doi(doi)

    assert refused.value.messages == [DOI_SHAPE]


@pytest.mark.parametrize(
    ("validate", "good", "bad"),
    [
        (validate_pmid, ["17845835", "1"], ["0178", "PMID 17845835", "17845835\n", "1234567890", "", "١٢"]),
        (validate_pmcid, ["PMC9579901"], ["9579901", "pmc9579901", "PMC", "PMC9579901\n"]),
        (validate_key, ["kumar2007", "2007", "a-b"], ["Kumar2007", "kumar 2007", "-a", "kumar2007\n", "a_b", "a" * 65]),
    ],
)
def test_other_identifiers_have_their_shape(validate, good, bad):
    for value in good:
        validate(value)
    for value in bad:
        with pytest.raises(ValidationError):
            validate(value)


def test_each_refusal_shows_an_example():
    for validate, example in [(validate_pmid, "17845835"), (validate_pmcid, "PMC9579901"), (validate_key, "kumar2007")]:
        with pytest.raises(ValidationError, match=example):
            validate("?")
