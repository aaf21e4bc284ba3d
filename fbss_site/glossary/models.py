"""Terms that pages explain in plain words."""

from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse

from fbss_site.fields import TextListField
from fbss_site.rendering import Term as RenderedTerm


class TermQuerySet(models.QuerySet):
    def by_name(self):
        """Every term under its lower-case name and each of its other names, for the renderer."""
        glossary = reverse("glossary:term_list")
        names = {}
        for term in self:
            rendered = RenderedTerm(term.key, term.term, term.definition, f"{glossary}#{term.key}")
            for name in term.names:
                names[name.lower()] = rendered
        return names


class Term(models.Model):
    key = models.SlugField(max_length=80, unique=True, help_text="Its place on the glossary page.")
    term = models.CharField(
        max_length=80,
        unique=True,
        help_text="What writers type between [[ and ]].",
        error_messages={"unique": "The glossary already has this term."},
    )
    also = TextListField("other names", help_text="One a line: plurals, short forms, other words for it.")
    definition = models.TextField(max_length=400, help_text="One or two plain sentences. No citations, no Markdown.")

    objects = TermQuerySet.as_manager()

    class Meta:
        ordering = ["term"]

    def __str__(self):
        return self.term

    def get_absolute_url(self):
        return f"{reverse('glossary:term_list')}#{self.key}"

    @property
    def names(self):
        return [self.term, *self.also]

    def clean(self):
        mine = {name.lower() for name in self.names}
        for other in Term.objects.exclude(pk=self.pk):
            if taken := mine & {name.lower() for name in other.names}:
                raise ValidationError({"also": f"“{min(taken)}” already belongs to the term “{other.term}”."})
