from . import brand
from .links import parse_link


def clinic(request):
    """What every page says of the clinic that speaks on it. No query: the middleware has it already."""
    clinic = getattr(request, "clinic", None)
    if clinic is None:
        return {}
    return {
        "clinic": clinic,
        "brand_hash": brand.stylesheet_hash(clinic),
        "clinic_links": [parse_link(line) for line in clinic.links],
        "date_format": clinic.Locale(clinic.locale).date_format,
        "canonical_url": canonical_url(request, clinic),
    }


def canonical_url(request, clinic):
    """The page's one address: the clinic's first host name, whatever name it was asked for by; no query."""
    host = clinic.canonical_host or request.get_host()
    port = request.get_port()
    if clinic.canonical_host and port not in ("80", "443"):
        host = f"{host}:{port}"
    return f"{request.scheme}://{host}{request.path}"
