"""Rules that every text of a record obeys, checked where it is typed and where it is loaded."""

import re

from django.core.exceptions import ValidationError
from django.db.models import Q

from fbss_site.citations.models import Citation
from fbss_site.clinics.local_words import LOCAL_WORDS
from fbss_site.glossary.models import Term
from fbss_site.rendering import cited_keys, named_terms, used_words

from .fields import body_fields

# "## " starts the next section of a document, so a section's own text cannot hold it.
HIGH_HEADING = re.compile(r"^ {0,3}#{1,2}(?=[ \t]|$)", re.MULTILINE)
LONGEST_TEXT = 200_000


def refuse(field, message):
    raise ValidationError({field: message})


def check_texts(record):
    """Raises ValidationError, by field, for unknown citations, terms and words and for misplaced headings.

    Each message's ``params["offset"]`` is where in the field the fault starts.
    """
    texts = {field.name: getattr(record, field.name) or "" for field in body_fields(type(record))}
    known_keys = _known(Citation.objects, "key", {key for text in texts.values() for key, _ in cited_keys(text)})
    names = {name.lower() for text in texts.values() for name, _ in named_terms(text)}
    known_names = set(Term.objects.by_name()) if names else set()
    errors = {}
    for name, text in texts.items():
        found = [*_misplaced(text), *_unknown(text, known_keys, known_names)]
        if found:
            errors[name] = [_fault(message, offset) for message, offset in sorted(found, key=lambda pair: pair[1])]
    if errors:
        raise ValidationError(errors)


def refuse_citations(record):
    """For texts that stand on pages without a reference list. Raises ValidationError, by field."""
    errors = {}
    for field in body_fields(type(record)):
        if cited := cited_keys(getattr(record, field.name) or ""):
            message = "Cite on the page behind it: this text also stands where there is no list of references."
            errors[field.name] = _fault(message, cited[0][1])
    if errors:
        raise ValidationError(errors)


def texts_cite(model, key):
    """A Q for rows of ``model`` with ``key`` among the citations of any of their texts."""
    pattern = rf"\[@([^\[\]]*@)?{re.escape(key)}[;\]]"
    condition = Q()
    for field in body_fields(model):
        condition |= Q(**{f"{field.name}__regex": pattern})
    return condition


def _fault(message, offset):
    # The message is a parameter too, because Django fills in any % of what an editor typed.
    return ValidationError("%(message)s", code="text", params={"message": message, "offset": offset})


def _known(manager, field, wanted):
    return set(manager.filter(**{f"{field}__in": wanted}).values_list(field, flat=True)) if wanted else set()


def _misplaced(text):
    if len(text) > LONGEST_TEXT:
        yield f"This text is too long: {len(text):,} characters, and {LONGEST_TEXT:,} is the most.", 0
        return
    for match in HIGH_HEADING.finditer(text):
        yield "Start a heading inside a section with ### : the page gives the section its own heading.", match.start()


def _unknown(text, known_keys, known_names):
    for key, offset in cited_keys(text):
        if key not in known_keys:
            yield f"There is no citation “{key}”. Add it to the citations first, or mend the key.", offset
    for name, offset in named_terms(text):
        if name.lower() not in known_names:
            yield f"The glossary has no term “{name}”. Add it there first, or write it without brackets.", offset
    for word, offset in used_words(text):
        if word not in LOCAL_WORDS:
            known = ", ".join(LOCAL_WORDS)
            yield f"“{word}” is none of the words that a clinic fills in: {known}.", offset
