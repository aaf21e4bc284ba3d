"""JSON-LD for templates. Each tag prints one script element; none asks the database for anything."""

from django import template

from fbss_site.clinics.context_processors import canonical_origin

from ..clinics import clinic_node, clinician_page_node
from ..nodes import Site, as_script, node
from ..records import page_node

register = template.Library()


@register.simple_block_tag
def captured(content):
    """What stands inside, for use in several places: ``{% captured as name %} … {% endcaptured %}``."""
    return content


@register.simple_tag(takes_context=True)
def page_data(context, record, page):
    """The page of a record. A preview is nobody's page."""
    return "" if context.get("preview") else as_script(page_node(record, page, _site(context)))


@register.simple_tag(takes_context=True)
def clinic_data(context, people=(), places=()):
    return as_script(clinic_node(_site(context), people=people, places=places))


@register.simple_tag(takes_context=True)
def home_data(context, home):
    """The clinic, with the places and people that its home page shows."""
    people = next((section.people for section in home.sections if section.people), ())
    places = next((section.places for section in home.sections if section.places), ())
    return as_script(clinic_node(_site(context), people=people, places=places))


@register.simple_tag(takes_context=True)
def clinician_data(context, clinician):
    return as_script(clinician_page_node(clinician, _site(context)))


@register.simple_tag(takes_context=True)
def breadcrumb_data(context, here, url="", label=""):
    """Home, the list above this page where there is one, and this page."""
    request = context.request
    origin = canonical_origin(request, request.clinic)
    crumbs = [("Home", "/"), *([(label, url)] if url else []), (here, request.path)]
    items = [
        node("ListItem", position=position, name=name, item=f"{origin}{path}")
        for position, (name, path) in enumerate(crumbs, start=1)
    ]
    return as_script(node("BreadcrumbList", itemListElement=items))


def _site(context):
    return Site(context["clinic"], context["canonical_origin"], context["canonical_url"], context["card_url"])
