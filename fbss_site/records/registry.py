"""Which models are content records; asked by whatever handles them all alike."""

from graphlib import TopologicalSorter

from django.apps import apps
from django.db import models

from .models import ContentRecord


def record_models():
    """Every record type, each after those that its required relations point to."""
    found = [model for model in apps.get_models() if issubclass(model, ContentRecord)]
    graph = {
        model: [
            field.related_model
            for field in model._meta.fields
            if isinstance(field, models.ForeignKey) and not field.null and field.related_model in found
        ]
        for model in found
    }
    return list(TopologicalSorter(graph).static_order())
