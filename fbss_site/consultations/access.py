"""The access log: one way to write it."""

from django.utils import timezone

from .models import AccessLine


def log_access(action, count, *, user=None, clinic=None, requests=()):
    """Notes that ``user`` (None: the site by itself) did ``action`` to ``count`` requests, naming ``requests``."""
    AccessLine.objects.create(
        at=timezone.now(),
        user=user,
        username=user.get_username() if user else "",
        clinic=clinic,
        action=action,
        count=count,
        references=" ".join(request.reference for request in requests),
    )
