"""The records that an address such as ``/treatments/opioids/`` stands for."""

from collections import defaultdict

from django.urls import Resolver404, resolve

from fbss_site.records.registry import record_models


def records_at(paths):
    """Path -> published record, in the order of ``paths``, without those that lead to none. One query a record type."""
    slugs = defaultdict(dict)
    for path in paths:
        if target := _target(path):
            model, slug = target
            slugs[model][slug] = path
    found = {}
    for model, wanted in slugs.items():
        for record in model.objects.published().for_page().filter(slug__in=wanted):
            found[wanted[record.slug]] = record
    return {path: found[path] for path in dict.fromkeys(paths) if path in found}


def _target(path):
    """(model, slug) of the record page at ``path``, or None."""
    try:
        match = resolve(path)
    except Resolver404:
        return None
    pages = {
        f"{model._meta.app_label}:{model._meta.model_name}_detail": model for model in record_models() if model.has_page
    }
    model = pages.get(match.view_name)
    return model and (model, match.kwargs["slug"])
