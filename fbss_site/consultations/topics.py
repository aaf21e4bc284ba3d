"""What a consultation can be about: a short closed list, and the title of the page that the patient came from.

The topic is kept in words. Which pages are topics is known to CONSULTATION_TOPIC of the settings, so that
nothing here depends on content.
"""

from django.conf import settings
from django.utils.module_loading import import_string

GENERAL = (
    "Pain that goes on after back surgery",
    "A second opinion before another operation",
    "A treatment I have read about",
    "A test or a scan",
    "Something else",
)


def topic_choices(path):
    """(value, label) pairs. ``path``: the page that the patient came from; it is passed over where it is no topic."""
    choices = [(label, label) for label in GENERAL]
    title = import_string(settings.CONSULTATION_TOPIC)(path) if path.startswith("/") else None
    return [(path, title), *choices] if title else choices
