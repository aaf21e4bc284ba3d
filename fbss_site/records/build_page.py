"""From a record to all that its page prints: one frozen value, no query after it."""

from collections import Counter
from dataclasses import dataclass
from types import MappingProxyType
from typing import NamedTuple

from fbss_site.citations.models import Citation
from fbss_site.citations.style import reference_of
from fbss_site.clinics.local_words import local_words
from fbss_site.glossary.models import Term
from fbss_site.rendering import Composer, Word, cited_keys, named_terms

from .fields import body_fields
from .models import list_url
from .related import linked_records

QUESTIONS = "questions-to-ask"


class Section(NamedTuple):
    id: str
    heading: str  # empty: the text brings its own headings
    html: str
    headings: tuple


class ContentsEntry(NamedTuple):
    id: str
    text: str


class BackLink(NamedTuple):
    id: str
    text: str


class NumberedReference(NamedTuple):
    number: int
    reference: object  # citations.style.Reference
    back_links: tuple[BackLink, ...]


class Review(NamedTuple):
    """``reviewer`` is None until someone has really signed."""

    reviewer: object
    last_reviewed: object
    next_review: object
    changed_on: object
    change_note: str


@dataclass(frozen=True)
class Page:
    title: str
    summary: str
    list_url: str
    list_label: str
    also_known_as: tuple
    drawing: str  # the template of a drawing; empty for none
    sections: tuple[Section, ...]
    contents: tuple[ContentsEntry, ...]
    references: tuple[NumberedReference, ...]
    terms: tuple
    review: Review
    related: MappingProxyType
    extras: MappingProxyType

    @property
    def reading(self):
        """The sections that tell; what the clinic offers stands between them and the questions to ask."""
        return [section for section in self.sections if section.id != QUESTIONS]

    @property
    def questions(self):
        return self.section(QUESTIONS)

    def section(self, section_id):
        return next((section for section in self.sections if section.id == section_id), None)


def build_page(record, clinic, *, show_faults=False):
    """The Page of ``record`` as ``clinic`` shows it. ``show_faults`` marks unknown citations and terms, for staff."""
    fields = body_fields(type(record))
    texts = [getattr(record, field.name) or "" for field in fields]
    composer = make_composer([*texts, *record.further_texts()], clinic, show_faults=show_faults)
    written = [(field, text) for field, text in zip(fields, texts, strict=True) if text]
    # In the order of the page, so that references are numbered as they are met.
    sections = [_section(composer, field, text) for field, text in written if _id(field) != QUESTIONS]
    extras = record.page_extras(composer, clinic)
    sections += [_section(composer, field, text) for field, text in written if _id(field) == QUESTIONS]
    return Page(
        title=record.title,
        summary=record.summary,
        list_url=list_url(type(record)),
        list_label=record._meta.verbose_name_plural.capitalize(),
        also_known_as=tuple(getattr(record, "also_known_as", ())),
        drawing=f"drawings/{record.drawing}.html" if getattr(record, "drawing", "") else "",
        sections=tuple(sections),
        contents=tuple(_contents(sections)),
        references=numbered_references(composer, extras.get("citations", ())),
        terms=composer.terms,
        review=review_of(record),
        related=MappingProxyType(linked_records(record.related_links())),
        extras=MappingProxyType(extras),
    )


def _id(field):
    return field.name.replace("_", "-")


def _section(composer, field, text):
    composed = composer.compose(text, _id(field), field.heading, promote=0 if field.shows_heading else 1)
    return Section(_id(field), field.heading if field.shows_heading else "", composed.html, composed.headings)


def review_of(record):
    return Review(record.reviewed_by, record.last_reviewed, record.next_review, record.changed_on, record.change_note)


def make_composer(texts, clinic, *, show_faults=False):
    """A Composer that knows what ``texts`` refer to: at most one query for citations and one for terms."""
    keys = {key for text in texts for key, _ in cited_keys(text)}
    citations = {citation.key: citation for citation in Citation.objects.filter(key__in=keys)} if keys else {}
    terms = Term.objects.by_name() if any(named_terms(text) for text in texts) else {}
    words = {name: Word(*pair) for name, pair in local_words(clinic).items()}
    return Composer(citations, terms, words, show_faults=show_faults)


def numbered_references(composer, more=()):
    """What ``composer`` has cited, in order of first use. ``more``: citations beyond those of its texts."""
    citations = {**composer.known_references, **{citation.key: citation for citation in more}}
    return tuple(
        NumberedReference(used.number, reference_of(citations[used.key]), tuple(_back_links(used.places)))
        for used in composer.references
    )


def _back_links(places):
    """One link a place, told apart by number where one section cites a reference more than once."""
    seen = Counter()
    for place in places:
        seen[place.label] += 1
        count = seen[place.label]
        yield BackLink(place.id, place.label if count == 1 else f"{place.label} ({count})")


def _contents(sections):
    for section in sections:
        if section.heading:
            yield ContentsEntry(section.id, section.heading)
        else:
            yield from (ContentsEntry(heading.id, heading.text) for heading in section.headings if heading.level == 2)
