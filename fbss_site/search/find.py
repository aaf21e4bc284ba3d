"""From a question to all that the result page prints."""

from dataclasses import dataclass
from typing import NamedTuple

from django.apps import apps
from django.urls import reverse

from fbss_site.clinics.local_words import local_words
from fbss_site.records.models import list_url, page_url
from fbss_site.records.related import linked_records

from .entries import PLACE, TERM
from .excerpt import excerpt_of, marked
from .library import current_index
from .question import ask

BEST = 3
MOST = 15
# Parts of the best score: what one of the best hits and what any other hit must have to be shown, and what an emergency
# must have to be what may be meant; and how sure that must be, because its text speaks of much else too.
BEST_FROM, OTHERS_FROM, EMERGENCY_FROM = 0.08, 0.15, 0.75
EMERGENCY_SURE = 0.3
# Label -> (one, many, URL name of the list), of what is no record.
OTHER_KINDS = {
    TERM: ("Word explained", "Words explained", "glossary:term_list"),
    PLACE: ("Page of this site", "Pages of this site", ""),
}


class Hit(NamedTuple):
    label: str  # app.model
    kind: str
    url: str
    title: str
    title_pieces: tuple  # of excerpt.Piece
    excerpt: object  # excerpt.Excerpt
    urgency: str
    urgency_label: str


class Group(NamedTuple):
    label: str
    kind: str  # in the plural
    url: str  # of the list of all of this kind, empty where there is none
    hits: tuple


@dataclass(frozen=True)
class Answer:
    """``best``: the few best hits of any kind. ``groups``: the others by kind. ``emergency``: the card comes first."""

    question: object
    best: tuple
    groups: tuple
    emergency: bool

    @property
    def is_missed(self):
        """Whether the question said something and nothing answers it."""
        return not self.best and not self.emergency and not self.question.is_empty

    @property
    def count(self):
        return len(self.best) + sum(len(group.hits) for group in self.groups)


def find(typed, clinic):
    """The Answer to what was ``typed``. One query for the hits, besides those of ``current_index``."""
    index = current_index()
    question = ask(typed, index)
    matches = index.matches(question.parts)
    best_score = matches[0].score if matches else 0
    emergency = question.emergency or any(
        match.entry.is_emergency and match.sure >= EMERGENCY_SURE
        for match in matches
        if match.score >= EMERGENCY_FROM * best_score
    )
    shown = [match for match in matches if match.entry.shown and match.score >= BEST_FROM * best_score]
    others = [match for match in shown[BEST:MOST] if match.score >= OTHERS_FROM * best_score]
    hits = _hits([match.entry for match in (*shown[:BEST], *others)], question, index, clinic)
    return Answer(question, tuple(hits[:BEST]), _grouped(hits[BEST:]), emergency)


def _hits(entries, question, index, clinic):
    """A Hit for each of ``entries`` that patients see at this moment."""
    public = _public_urls(entries)
    rarity = {each: index.rarity(each) for each in question.all_stems}
    words = local_words(clinic)
    hits = []
    for entry in entries:
        url = _url(entry)
        if entry.label in OTHER_KINDS or url in public:
            excerpt = excerpt_of(entry, question, rarity, words)
            kind, title = _kind(entry.label)[0], marked(entry.title, question)
            hits.append(Hit(entry.label, kind, url, entry.title, title, excerpt, entry.urgency, _urgency(entry)))
    return hits


def _public_urls(entries):
    slugs = {}
    for entry in entries:
        if entry.label not in OTHER_KINDS:
            slugs.setdefault(entry.label, []).append(entry.slug)
    published = {
        label: apps.get_model(label).objects.published().filter(slug__in=names) for label, names in slugs.items()
    }
    return {link.url for links in linked_records(published).values() for link in links}


def _url(entry):
    if entry.label == PLACE:
        return reverse(entry.slug)
    if entry.label == TERM:
        return f"{reverse('glossary:term_list')}#{entry.slug}"
    return page_url(entry.label, entry.slug)


def _kind(label):
    """(one, many, address of the list of all) of a kind of hit."""
    if label in OTHER_KINDS:
        one, many, name = OTHER_KINDS[label]
        return one, many, reverse(name) if name else ""
    model = apps.get_model(label)
    one, many = model._meta.verbose_name, model._meta.verbose_name_plural
    return one.capitalize(), many.capitalize(), list_url(model)


def _urgency(entry):
    """The words for how urgent it is; empty where that is not said of it."""
    if not entry.urgency:
        return ""
    field = apps.get_model(entry.label)._meta.get_field("urgency")
    return dict(field.flatchoices)[entry.urgency]


def _grouped(hits):
    """The hits by kind, the kind of the best one first."""
    groups = {}
    for hit in hits:
        groups.setdefault(hit.label, []).append(hit)
    return tuple(Group(label, *_kind(label)[1:], tuple(found)) for label, found in groups.items())
