from django.utils.functional import SimpleLazyObject

from fbss_site.records.build_page import make_composer

from .models import CareCard


def emergency_card(request):
    """The emergency card with the clinic's own numbers; looked up only where a template prints it."""
    clinic = getattr(request, "clinic", None)
    if clinic is None:
        return {}
    return {"emergency_card": SimpleLazyObject(lambda: _compose(clinic))}


def _compose(clinic):
    card = CareCard.objects.emergency()
    return card.composed(make_composer([], clinic)) if card else ""
