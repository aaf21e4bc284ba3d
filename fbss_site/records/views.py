"""Pages of records and of the reference shelf."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.template.loader import select_template
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from fbss_site.citations.models import Citation
from fbss_site.citations.style import reference_of

from .build_page import build_page
from .registry import record_models
from .related import linked_records

GENERIC_TEMPLATE = "records/record_page.html"


def render_record(request, record, *, show_faults=False, **context):
    """The response for a record's page: the same for patients and for a staff preview."""
    page = build_page(record, request.clinic, show_faults=show_faults)
    context |= {"record": record, "page": page}
    context["topic"] = request.path  # what a consultation asked for from here is about
    if cards := page.extras.get("care_cards"):
        # The record's own query has brought the emergency card along.
        context["care_cards"] = [card for card in cards if not card.site_wide]
        context["emergency_card"] = next((card for card in cards if card.site_wide), "")
    own = f"{record._meta.app_label}/{record._meta.model_name}_detail.html"
    template = select_template([own, GENERIC_TEMPLATE])
    return HttpResponse(template.render(context, request))


@require_safe
@cache_control(public=True, no_cache=True)
def reference_list(request):
    references = [reference_of(citation) for citation in Citation.objects.all()]
    return render(request, "references/reference_list.html", {"references": references})


@require_safe
@cache_control(public=True, no_cache=True)
def reference_detail(request, key):
    citation = get_object_or_404(Citation, key=key)
    cited_on = linked_records(
        {
            model._meta.label_lower: model.objects.published().filter(model.cites(key))
            for model in record_models()
            if model.has_page
        }
    )
    pages = sorted((link for links in cited_on.values() for link in links), key=lambda link: link.title)
    return render(request, "references/reference_detail.html", {"reference": reference_of(citation), "pages": pages})
