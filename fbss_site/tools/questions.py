"""The questions of chosen records, each as a line to tick."""

import hashlib
import html
from typing import NamedTuple

from django.utils.html import strip_tags

from fbss_site.records.build_page import make_composer
from fbss_site.records.excerpts import list_points
from fbss_site.records.registry import record_models
from fbss_site.records.related import linked_records

FIELD = "questions_to_ask"
MOST_TOPICS = 4


class Question(NamedTuple):
    id: str  # follows from the words, so that a remembered tick finds them again
    text: str


class Topic(NamedTuple):
    title: str
    url: str
    questions: tuple[Question, ...]


def topics_of(records, clinic):
    """A Topic for each record that has questions; a question that two records share stands once. No query."""
    composer = make_composer([], clinic)
    seen = set()
    topics = []
    for record in records:
        points = [point for points in list_points(getattr(record, FIELD, "")) for point in points]
        questions = [_question(composer.compose(point).html) for point in points]
        new = tuple(question for question in dict.fromkeys(questions) if question.id not in seen)
        seen |= {question.id for question in new}
        if new:
            topics.append(Topic(record.title, record.get_absolute_url(), new))
    return topics


def _question(composed):
    text = " ".join(html.unescape(strip_tags(composed)).split())
    return Question(f"question-{hashlib.sha256(text.encode()).hexdigest()[:10]}", text)


def choices():
    """(plural name, links) of every record type that has questions. One query."""
    models = [model for model in record_models() if hasattr(model, FIELD)]
    links = linked_records({str(model._meta.verbose_name_plural).capitalize(): _asking(model) for model in models})
    return [(name, found) for name, found in links.items() if found]


def _asking(model):
    return model.objects.published().exclude(**{FIELD: ""})
