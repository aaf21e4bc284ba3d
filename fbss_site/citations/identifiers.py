"""The shapes of DOI, PMID and PMCID, and how people really type them.

DOI: ISO 26324 (prefix ``10.`` and a registrant, then any suffix); PMID: digits; PMCID: ``PMC`` and digits.
"""

import re

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator

DOI_ADDRESS = re.compile(r"\A(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", re.IGNORECASE)

validate_key = RegexValidator(
    r"\A[a-z0-9][a-z0-9-]{0,63}\Z",
    "A key has small letters, digits and hyphens only, for example kumar2007.",
)
validate_pmid = RegexValidator(r"\A[1-9][0-9]{0,8}\Z", "A PMID is a number of up to nine digits, for example 17845835.")
validate_pmcid = RegexValidator(r"\APMC[1-9][0-9]{0,8}\Z", "A PMCID is PMC and a number, for example PMC9579901.")
_doi_shape = RegexValidator(r"\A10\.\d{4,9}/\S+\Z")


def validate_doi(value):
    if DOI_ADDRESS.match(value):
        bare = DOI_ADDRESS.sub("", value)
        raise ValidationError(f"Give the DOI without its web address: {bare}", code="doi_address")
    try:
        _doi_shape(value)
    except ValidationError:
        raise ValidationError(
            "A DOI starts with 10. and has a slash, for example 10.1001/jama.2022.18231.", code="doi_shape"
        ) from None
