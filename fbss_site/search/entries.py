"""What can be found: published records, glossary terms and a few places of the site, each as one Entry."""

import json
from dataclasses import dataclass

from django.apps import apps
from django.db.models import CharField, F, TextField, Value
from django.db.models.functions import Cast, JSONObject

from fbss_site.glossary.models import Term
from fbss_site.records.fields import body_fields
from fbss_site.records.registry import record_models

from .models import Synonym
from .plain_text import sentences
from .words import content_stems, stem, words_of

TERM, SYNONYM = "glossary.term", "search.synonym"
TERM_COLUMNS, SYNONYM_COLUMNS = ("term", "also", "definition"), ("words", "also_means", "emergency")
PLACE = "place"
EMERGENCY = "emergency"

# How much a word counts by where it stands, and the length at which a text counts as long.
TITLE, ALIAS, SUMMARY, HEADING, TEXT = 6.0, 5.0, 2.0, 2.0, 1.0
USUAL_LENGTH = 800

# (title, what it is for, other words for it, URL name)
PLACES = (
    (
        "Ask for a consultation",
        "How to ask for an appointment, a visit or a video call.",
        ("appointment", "book a visit", "see a doctor", "referral", "video call", "new patient"),
        "consultations:consultation",
    ),
    (
        "Locations and contact",
        "Addresses, phone numbers, opening hours and how to get here.",
        ("address", "phone number", "telephone", "opening hours", "directions", "parking", "email", "contact us"),
        "clinics:location_list",
    ),
    (
        "Our team",
        "The people of this clinic and what they do.",
        ("doctors", "surgeons", "nurses", "staff", "who works here"),
        "clinics:clinician_list",
    ),
    (
        "Symptoms",
        "Everything that you may feel, sorted by how soon to get help.",
        ("list of symptoms", "all symptoms", "what I feel"),
        "conditions:symptom_list",
    ),
    (
        "Treatments",
        "Everything that can be tried, from least to most invasive.",
        ("treatment options", "all treatments", "what can help"),
        "treatments:treatment_list",
    ),
    (
        "References",
        "The studies and guidelines behind these pages.",
        ("sources", "studies", "research papers", "guidelines", "evidence"),
        "reference_list",
    ),
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that can be found.

    ``lines``: its sentences, as (text, stems, anchor of the section, heading); the last two may be empty. They are
    plain tuples because there are very many, and Python's garbage collector passes over a plain tuple of texts.
    ``weights``: stem -> how much the entry is about it. ``shown``: false for what has no page of its own.
    """

    label: str  # app.model
    slug: str
    title: str
    summary: str
    names: tuple  # of tuples of stems: the title and each other name
    lines: tuple
    weights: dict
    words: frozenset
    urgency: str = ""
    shown: bool = True

    @property
    def is_emergency(self):
        return self.urgency == EMERGENCY


def read_sources():
    """(label, slug or key) -> JSON text of each published record, term and synonym, all in one query.

    Records without a page of their own are read only where they may be an emergency.
    """
    parts = [_texts(Term, Term.objects, "key", TERM_COLUMNS), _texts(Synonym, Synonym.objects, "key", SYNONYM_COLUMNS)]
    for model in record_models():
        columns = searched_columns(model)
        if model.has_page or "urgency" in columns:
            parts.append(_texts(model, model.objects.published(), "slug", columns))
    return {(label, slug): text for label, slug, text in parts[0].union(*parts[1:], all=True)}


def _texts(model, rows, name, columns):
    text = Cast(JSONObject(**{column: F(column) for column in columns}), TextField())
    return rows.order_by().values_list(Value(model._meta.label_lower, CharField()), F(name), text)


def searched_columns(model):
    names = {field.name for field in model._meta.fields}
    optional = [name for name in ("also_known_as", "urgency") if name in names]
    return ["title", "summary", *optional, *(field.name for field in body_fields(model))]


def make_entry(label, slug, source):
    """The Entry of a record or term from the text that ``read_sources`` gave."""
    values = json.loads(source)
    if label == TERM:
        return _entry(label, slug, values["term"], values["definition"], aliases=json.loads(values["also"]))
    model = apps.get_model(label)
    return _entry(
        label,
        slug,
        values["title"],
        values["summary"],
        aliases=json.loads(values.get("also_known_as", "[]")),
        lines=list(_lines(model, values)),
        urgency=values.get("urgency", ""),
        shown=model.has_page,
    )


def term_names(source):
    values = json.loads(source)
    return (values["term"], *json.loads(values["also"]))


def synonym_row(source):
    """(words, also means, emergency) of a synonym's text."""
    values = json.loads(source)
    return json.loads(values["words"]), json.loads(values["also_means"]), bool(values["emergency"])


def place_entries():
    return [_entry(PLACE, name, title, summary, aliases=aliases) for title, summary, aliases, name in PLACES]


def _lines(model, values):
    for field in body_fields(model):
        section = field.name.replace("_", "-") if field.shows_heading else ""
        heading = field.heading if field.shows_heading else ""
        for sentence in sentences(values[field.name] or ""):
            stems = tuple(stem(word) for word in words_of(sentence.text))
            if sentence.is_heading and not field.shows_heading:
                heading = sentence.text
            yield sentence.text, stems, section, heading


def _entry(label, slug, title, summary, *, aliases=(), lines=(), urgency="", shown=True):
    names = tuple(dict.fromkeys(content_stems(name) for name in (*_title_names(title), *aliases)))
    weights = {}
    _add(weights, content_stems(title), TITLE)
    _add(weights, {stem for alias in aliases for stem in content_stems(alias)} - weights.keys(), ALIAS)
    _add(weights, set(content_stems(summary)), SUMMARY)
    length = sum(len(stems) for _, stems, *_ in lines)
    share = TEXT / (0.4 + 0.6 * length / USUAL_LENGTH)
    for _, stems, *_ in lines:
        _add(weights, stems, share)
    words = {word for text in (title, *aliases, summary) for word in words_of(text)}
    words.update(word for line, *_ in lines for word in words_of(line))
    return Entry(label, slug, title, summary, names, tuple(lines), weights, frozenset(words), urgency, shown)


def _title_names(title):
    """“Acetaminophen (paracetamol)” is one name, and two."""
    outside, _, inside = title.partition("(")
    return (title, outside, inside.rstrip(")")) if inside and outside.strip() else (title,)


def _add(weights, stems, amount):
    for each in stems:
        weights[each] = weights.get(each, 0.0) + amount
