"""Which pages a patient can ask for a consultation about."""

from django.urls import Resolver404, resolve

from conditions.models import Cause, Condition, DiagnosticTest, Symptom
from treatments.models import Treatment

TOPICS = {
    f"{model._meta.app_label}:{model._meta.model_name}_detail": model
    for model in (Condition, Symptom, Cause, DiagnosticTest, Treatment)
}


def title_at(path):
    """The title of the published record whose page is at ``path``, or None."""
    try:
        match = resolve(path)
    except Resolver404:
        return None
    model = TOPICS.get(match.view_name)
    return model and model.objects.published().filter(slug=match.kwargs["slug"]).values_list("title", flat=True).first()
