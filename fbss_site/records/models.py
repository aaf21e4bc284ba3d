"""The shared content record: what every condition, treatment, guide … has in common.

Not for what is no text for patients: clinics, citations and glossary terms are plain models.
"""

from django.db import models
from django.db.models import CharField, F, Q, Value
from django.urls import reverse

from fbss_site.fields import AddressField

from . import rules
from .querysets import ContentRecordQuerySet


class ContentRecord(models.Model):
    class Status(models.TextChoices):
        DRAFT = "draft", "Draft"
        IN_REVIEW = "in-review", "In review"
        PUBLISHED = "published", "Published"
        WITHDRAWN = "withdrawn", "Withdrawn"

    title = models.CharField(max_length=160, help_text="Plain words first. Patients see it as the page's heading.")
    slug = AddressField(
        max_length=120,
        unique=True,
        help_text="The last part of the address. Keep it once the page is public: other sites link to it.",
        error_messages={"unique": "Another record of this kind already has this address."},
    )
    summary = models.TextField(
        "in short",
        max_length=300,
        blank=True,
        help_text="One or two plain sentences, no Markdown: the “In short” box, lists and search engines show them.",
    )
    status = models.CharField(max_length=12, choices=Status, default=Status.DRAFT, editable=False)
    position = models.PositiveIntegerField(default=0, help_text="Its place in lists: 10, 20, 30 …")
    publish_at = models.DateTimeField(
        null=True, blank=True, help_text="Once published, hidden until then. Empty: at once."
    )
    expire_at = models.DateTimeField(null=True, blank=True, help_text="Hidden from then on. Empty: never.")
    published_at = models.DateTimeField("first published", null=True, editable=False)
    changed_on = models.DateField("last changed", null=True, blank=True, help_text="Set when you publish.")
    change_note = models.CharField(
        "what changed", max_length=300, blank=True, help_text="One plain sentence for patients about the last change."
    )
    reviewed_by = models.ForeignKey(
        "clinics.Clinician",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="Only after this person has really read the text. Empty: the page says “awaiting clinical review”.",
    )
    last_reviewed = models.DateField(null=True, blank=True)
    next_review = models.DateField("next review due", null=True, blank=True)

    objects = ContentRecordQuerySet.as_manager()

    # The front matter of the record's document, in order; subclasses add their own to front_fields.
    SHARED_FRONT = (
        *("title", "summary", "status", "position", "publish_at", "expire_at"),
        *("changed_on", "change_note", "reviewed_by", "last_reviewed", "next_review"),
    )
    front_fields = ()
    folder = ""  # its place below content/
    has_page = True
    needs_summary = True

    class Meta:
        abstract = True
        ordering = ["position", "title"]
        default_permissions = ("add", "change", "delete", "view", "publish")
        constraints = [
            models.CheckConstraint(
                condition=Q(expire_at__isnull=True) | Q(publish_at__isnull=True) | Q(expire_at__gt=F("publish_at")),
                name="%(class)s_expires_after_publishing",
                violation_error_message="It must expire after it is published, not before.",
            ),
            models.CheckConstraint(
                condition=~Q(status="published") | Q(published_at__isnull=False),
                name="%(class)s_published_has_date",
                violation_error_message="A published record needs the date of its publication.",
            ),
            models.CheckConstraint(
                condition=Q(reviewed_by__isnull=True, last_reviewed__isnull=True)
                | Q(reviewed_by__isnull=False, last_reviewed__isnull=False),
                name="%(class)s_review_whole",
                violation_error_message="A review has a reviewer and a date: give both, or neither.",
            ),
            models.CheckConstraint(
                condition=Q(next_review__isnull=True)
                | Q(last_reviewed__isnull=True)
                | Q(next_review__gt=F("last_reviewed")),
                name="%(class)s_next_review_after_last",
                violation_error_message="The next review must come after the last one.",
            ),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return page_url(self._meta.label_lower, self.slug)

    def clean(self):
        super().clean()
        rules.check_texts(self)
        if self.reviewed_by and not self.reviewed_by.may_review:
            rules.refuse("reviewed_by", f"{self.reviewed_by} is not marked as someone who may review content.")

    @property
    def is_public(self):
        """Whether patients see the row now. One query; for the admin."""
        return type(self).objects.published().filter(pk=self.pk).exists()

    @classmethod
    def link_mark(cls):
        """One short value for lists beside the title, such as a symptom's urgency; an expression."""
        return Value("", CharField())

    @classmethod
    def cites(cls, key):
        """The condition under which a row cites ``key``."""
        return rules.texts_cite(cls, key)

    def related_links(self):
        """Group name -> QuerySet of the records that its page lists."""
        return {}

    def further_texts(self):
        """Texts of other rows that its page prints, so that what they cite is known there."""
        return []

    def page_extras(self, composer, clinic):
        """What the page of this type shows beyond its texts; may cite through ``composer``."""
        return {}


def page_url(label, slug):
    """The address of a record's page from its ``app.model`` label, for rows that are no instances."""
    app, model = label.split(".")
    return reverse(f"{app}:{model}_detail", args=[slug])


def list_url(model):
    """The address of the list of a record type; empty for types that have no pages."""
    return reverse(f"{model._meta.app_label}:{model._meta.model_name}_list") if model.has_page else ""


class LoadedFile(models.Model):
    """What was last loaded from one piece of content/, to tell staff's changes from the file's."""

    path = models.CharField(max_length=250, unique=True)
    file_sha256 = models.CharField(max_length=64)
    record_sha256 = models.CharField(max_length=64)

    def __str__(self):
        return self.path
