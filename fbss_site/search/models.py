"""What staff keep for search, and what search keeps for staff."""

import secrets

from django.core.exceptions import ValidationError
from django.db import DatabaseError, models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.crypto import salted_hmac

from fbss_site.fields import TextListField

from .words import words_of


def validate_searchable(lines):
    for line in lines if isinstance(lines, list) else []:
        if not words_of(str(line)):
            raise ValidationError(f"“{line}” holds no word that anyone could search for.")


class Synonym(models.Model):
    """Words that patients type, and the words that our pages use for the same thing."""

    key = models.SlugField(max_length=80, unique=True, help_text="Its short name in files, such as passing-urine.")
    words = TextListField(
        validators=[validate_searchable],
        help_text="What patients type, one a line: pee, cut me open. Endings and misspellings come by themselves.",
    )
    also_means = TextListField(
        validators=[validate_searchable],
        help_text="What to search for as well, one a line: urine, surgery. The words of a page's title work best.",
    )
    emergency = models.BooleanField(
        "an emergency sign", default=False, help_text="The emergency card comes first for these words."
    )

    class Meta:
        ordering = ["key"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(words=[]),
                name="synonym_has_words",
                violation_error_message="Type at least one word or phrase that patients search for.",
            ),
            models.CheckConstraint(
                condition=~Q(also_means=[]) | Q(emergency=True),
                name="synonym_says_something",
                violation_error_message="Say what the words also mean, or tick that they are an emergency sign.",
            ),
        ]

    def __str__(self):
        return ", ".join(self.words) or self.key


class MissedSearchQuerySet(models.QuerySet):
    longest = 60
    most_rows = 2000

    def count_one(self, text):
        """Counts a search that found nothing. Never fails: a page must not wait on a statistic.

        Nothing about who searched, when in the day or from where is kept. The text itself, put into
        plain small words, is kept only if it has at most 60 characters, no digit and no “@”, and only
        once it has been seen before: of a first search there is a keyed digest and a date. The oldest
        rows give way when there are too many.
        """
        plain = " ".join(words_of(text))
        if not plain or len(plain) > self.longest or "@" in text or any(letter.isdigit() for letter in text):
            return
        digest = salted_hmac("search.MissedSearch", plain, algorithm="sha256").hexdigest()
        today = timezone.localdate()
        try:
            if self.filter(digest=digest).update(text=plain, count=F("count") + 1, last_seen=today):
                return
            self.bulk_create([MissedSearch(digest=digest, last_seen=today)], ignore_conflicts=True)
            kept = self.order_by("-last_seen", "-pk").values("pk")[: self.most_rows]
            self.exclude(pk__in=kept).delete()
        except DatabaseError:
            return


class MissedSearch(models.Model):
    """How often a search found nothing: what patients look for and we do not have."""

    digest = models.CharField(max_length=64, unique=True, editable=False)
    text = models.CharField("search", max_length=60, blank=True)
    count = models.PositiveIntegerField("times", default=1)
    last_seen = models.DateField()

    objects = MissedSearchQuerySet.as_manager()

    class Meta:
        ordering = ["-count", "-last_seen"]
        verbose_name = "search that found nothing"
        verbose_name_plural = "searches that found nothing"

    def __str__(self):
        return self.text or "(typed once: kept without its words)"


class LibraryVersion(models.Model):
    """One row, whose token is another after each change of what search reads. It tells every process to look again."""

    token = models.CharField(max_length=32)

    def __str__(self):
        return self.token

    @classmethod
    def now(cls):
        return cls.objects.filter(pk=1).values_list("token", flat=True).first()

    @classmethod
    def change(cls):
        token = secrets.token_hex(16)
        if not cls.objects.filter(pk=1).update(token=token):
            cls.objects.bulk_create([cls(pk=1, token=token)], ignore_conflicts=True)
