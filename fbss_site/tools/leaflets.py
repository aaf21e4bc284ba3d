"""A page of the parts that a patient ticked: their texts, words and references, and nothing else."""

from dataclasses import dataclass
from typing import NamedTuple

from fbss_site.records.build_page import Review, Section, make_composer, numbered_references, review_of
from fbss_site.records.excerpts import parts_by_heading
from fbss_site.records.fields import body_fields

RESULTS = "outcomes"


class Part(NamedTuple):
    id: str
    heading: str
    text: str  # Markdown, without the heading


@dataclass(frozen=True)
class Leaflet:
    sections: tuple[Section, ...]
    outcomes: tuple
    references: tuple
    terms: tuple
    review: Review


def parts_of(record):
    """What can be ticked on the record's page, by the ids of its contents list."""
    parts = []
    for field in body_fields(type(record)):
        text = getattr(record, field.name)
        section_id = field.name.replace("_", "-")
        if text and field.shows_heading:
            parts.append(Part(section_id, field.heading, text))
        elif text:
            parts += _own_parts(text, section_id)
    if getattr(record, "shown_outcomes", None):
        parts.append(Part(RESULTS, "Results of studies", ""))
    return parts


def _own_parts(text, section_id):
    """The parts of a text that brings its own headings."""
    beginning, parts = parts_by_heading(text, section_id)
    if beginning:
        yield Part(f"{section_id}-beginning", "How it begins", beginning)
    yield from (Part(*part) for part in parts)


def build_leaflet(record, parts, clinic):
    """The Leaflet of ``parts``, some of ``parts_of(record)``. At most two queries."""
    outcomes = record.shown_outcomes if RESULTS in {part.id for part in parts} else []
    texts = [part.text for part in parts] + [outcome.notes for outcome in outcomes]
    composer = make_composer(texts, clinic)
    sections = []
    for part in parts:
        if part.text:
            composed = composer.compose(part.text, part.id, part.heading)
            sections.append(Section(part.id, part.heading, composed.html, composed.headings))
    composed_outcomes = tuple(outcome.composed(composer) for outcome in outcomes)
    references = numbered_references(composer, [outcome.citation for outcome in outcomes])
    return Leaflet(tuple(sections), composed_outcomes, references, composer.terms, review_of(record))
