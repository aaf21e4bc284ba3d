"""What a machine can see of a record: a field filled, a relation, a page's feature, a check passed."""

from collections.abc import Callable
from functools import cache, cached_property
from typing import NamedTuple

from django.template.loader import get_template

from fbss_site.citations.models import Citation
from fbss_site.pages.models import Page
from fbss_site.records.checks import Checked, Level, check_document
from fbss_site.records.fields import body_fields
from fbss_site.records.files import to_document
from fbss_site.rendering import cited_keys
from treatments.models import Treatment

EVERY_PAGE = "records/record_page.html"


class Subject:
    """A saved record with what is known of it, each thing looked up once."""

    def __init__(self, record, library):
        self.record, self.model, self.document = record, type(record), to_document(record)
        self.checked = Checked(self.model, self.document, library)
        self.findings = check_document(self.model, self.document, library)

    @cached_property
    def outcomes(self):
        return self.record.shown_outcomes if self.is_treatment else []

    @property
    def is_treatment(self):
        return self.model is Treatment

    @property
    def is_choice(self):
        """Nobody weighs what is done as an emergency against other treatments."""
        return self.is_treatment and not self.record.is_emergency

    @cached_property
    def sources(self):
        """The Citations that its page lists."""
        texts = [*self.document.sections.values(), *self.record.further_texts()]
        keys = {key for text in texts for key, _ in cited_keys(text)}
        return {*Citation.objects.filter(key__in=keys), *(outcome.citation for outcome in self.outcomes)}

    @cached_property
    def incomplete(self):
        """The keys and headings that stand empty, or say nothing."""
        return {finding.field for finding in self.findings if finding.check == "incomplete"}


class Evidence(NamedTuple):
    """``asks``: the fields that a record type must have for it to mean anything."""

    label: str
    holds: Callable[[Subject], bool]
    asks: frozenset = frozenset()

    def suits(self, model):
        return self.asks <= {field.name for field in model._meta.get_fields()}


def filled(name):
    """The field ``name`` says something: not blank, not “none”, not “see above”."""

    def holds(subject):
        headings = {field.name: field.heading for field in body_fields(subject.model)}
        return bool(getattr(subject.record, name)) and headings.get(name, name) not in subject.incomplete

    return Evidence(f"field {name}", holds, frozenset({name}))


def linked(name):
    """At least one public record is linked by the relation ``name``."""
    return Evidence(
        f"relation {name}",
        lambda subject: getattr(subject.record, name).published().exists(),
        frozenset({name}),
    )


def passes(check, *, warnings=False):
    """The check of that name has nothing that blocks; with ``warnings``, nothing at all."""
    return Evidence(
        f"check {check}",
        lambda subject: (
            not any(
                finding.check == check and (warnings or finding.level == Level.BLOCKS) for finding in subject.findings
            )
        ),
    )


def shows(included, label, template=EVERY_PAGE):
    """The page's template includes another one."""
    return Evidence(f"page feature {label}", lambda subject: included in _source_of(template))


def policy(slug):
    """A public page of the site's own: it speaks for all records."""
    return Evidence(f"page {slug}", lambda subject: Page.objects.published().filter(slug=slug).exists())


@cache
def _source_of(template):
    return get_template(template).template.source


SUMMARY = filled("summary")
QUESTIONS = filled("questions_to_ask")
CHANGED_ON = filled("changed_on")
CITES = Evidence("relation citations", lambda subject: bool(subject.sources))
DATED_SOURCES = Evidence("field year of citations", lambda subject: all(source.year for source in subject.sources))
SECTIONS = Evidence(
    "page feature sections under headings",
    lambda subject: (
        sum(block.kind == "heading" for text in subject.checked.sections for block in text.blocks)
        + len(subject.checked.sections)
        > 1
    ),
)
CONTENTS = shows("components/contents.html", "list of contents")
REFERENCES = shows("components/references.html", "numbered references")
WORDS = shows("components/words.html", "words explained")
RELATED = shows("components/related.html", "related pages")
REVIEW = shows("components/review.html", "“About this page”")
COMPARE = shows("treatments:compare", "comparison with other treatments", "treatments/treatment_detail.html")
ICONS = shows("treatments/icon_array.html", "dots for people", "treatments/outcome.html")
FIGURES_TABLE = shows("outcomes__table", "table of yes and no out of 100", "treatments/outcomes.html")
VALUES = shows("treatments/values.html", "what matters to you, on the comparison", "treatments/compare.html")
HOW_WE_WRITE = policy("how-we-write")
INTERESTS = policy("conflicts-of-interest")
OTHER_CHOICES = Evidence(
    "relation group: another treatment",
    lambda subject: Treatment.objects.published().exclude(pk=subject.record.pk).exists(),
    frozenset({"group"}),
)
WITHOUT_TREATMENT = Evidence(
    "field without_treatment of conditions",
    lambda subject: subject.record.conditions.published().exclude(without_treatment="").exists(),
    frozenset({"conditions"}),
)
OUTCOMES = Evidence("relation outcomes", lambda subject: bool(subject.outcomes), frozenset({"outcomes"}))
BOTH_ARMS = Evidence(
    "fields with_treatment, without_treatment of outcomes",
    lambda subject: all(
        None not in (outcome.with_treatment, outcome.without_treatment) for outcome in subject.outcomes
    ),
)
