from django.urls import reverse

from . import brand
from .card_image import card_hash
from .links import parse_link


def clinic(request):
    """What every page says of the clinic that speaks on it. No query: the middleware has it already."""
    clinic = getattr(request, "clinic", None)
    if clinic is None:
        return {}
    origin = canonical_origin(request, clinic)
    return {
        "clinic": clinic,
        "brand_hash": brand.stylesheet_hash(clinic),
        "clinic_links": [parse_link(line) for line in clinic.links],
        "date_format": clinic.Locale(clinic.locale).date_format,
        "canonical_origin": origin,
        "canonical_url": canonical_url(request, clinic),
        "card_url": f"{origin}{reverse('clinics:card', args=[card_hash(clinic)])}",
    }


def canonical_url(request, clinic):
    """The page's one address, whatever name it was asked for by; no query."""
    return f"{canonical_origin(request, clinic)}{request.path}"


def canonical_origin(request, clinic):
    """Scheme and host of the clinic's pages: its first host name."""
    host = clinic.canonical_host or request.get_host()
    port = request.get_port()
    if clinic.canonical_host and port not in ("80", "443"):
        host = f"{host}:{port}"
    return f"{request.scheme}://{host}"
