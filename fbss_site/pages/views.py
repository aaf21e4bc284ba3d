from django.shortcuts import get_object_or_404, render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from fbss_site.records.related import linked_records
from fbss_site.records.views import render_record

from .models import Page


@require_safe
@cache_control(public=True, no_cache=True)
def page_list(request):
    published = Page.objects.published()
    groups = linked_records({kind.value: published.filter(kind=kind) for kind in Page.Kind})
    return render(request, "pages/page_list.html", {"guides": groups["guide"], "policies": groups["policy"]})


@require_safe
@cache_control(public=True, no_cache=True)
def page_detail(request, slug):
    return render_record(request, get_object_or_404(Page.objects.published().for_page(), slug=slug))
