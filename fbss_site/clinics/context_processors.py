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
    }
