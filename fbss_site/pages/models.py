"""Guides for patients and the site's policies: texts that are no condition and no treatment."""

from django.db import models

from fbss_site.records.fields import BodyField
from fbss_site.records.models import ContentRecord


class Page(ContentRecord):
    class Kind(models.TextChoices):
        GUIDE = "guide", "Guide"
        POLICY = "policy", "Policy"

    kind = models.CharField(max_length=6, choices=Kind)

    body = BodyField("Text", "With its own headings, starting at ###.", shows_heading=False)

    front_fields = ("kind",)
    folder = "pages"

    class Meta(ContentRecord.Meta):
        verbose_name = "guide or policy"
        verbose_name_plural = "guides and policies"
