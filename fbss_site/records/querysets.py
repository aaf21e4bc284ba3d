"""One verb for every state of a record. ``status`` is filtered nowhere else."""

from django.db import models
from django.db.models import F, Q, Value
from django.utils import timezone


class ContentRecordQuerySet(models.QuerySet):
    def published(self, now=None):
        """What patients see at ``now``: published, its time come and not yet over."""
        now = now or timezone.now()
        return self.filter(
            Q(publish_at__isnull=True) | Q(publish_at__lte=now),
            Q(expire_at__isnull=True) | Q(expire_at__gt=now),
            status=self.model.Status.PUBLISHED,
        )

    def review_due(self, on):
        """Published records whose next review was due on the day ``on`` or before: a missed day loses none."""
        return self.published().filter(next_review__lte=on)

    def for_page(self):
        """With what a page prints of the record's own row."""
        return self.select_related("reviewed_by")

    def in_order_of(self, expression):
        """Makes ``expression`` the position of the rows in a list of links."""
        return self.annotate(list_position=expression)

    def as_links(self, group=""):
        """Rows for ``records.related``: one shape for all record types, so that they can be united in one query."""
        return self.order_by().values_list(
            Value(group, models.CharField()),
            Value(self.model._meta.label_lower, models.CharField()),
            F("slug"),
            F("title"),
            F("summary"),
            F("list_position" if "list_position" in self.query.annotations else "position"),
            self.model.link_mark(),
        )
