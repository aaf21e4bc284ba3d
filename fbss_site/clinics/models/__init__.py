"""Who is speaking: the clinic whose words, brand, places and people a page shows."""

from .clinic import Clinic, Hostname
from .people import Clinician
from .places import CallbackWindow, Holiday, Location, OpeningHours

__all__ = ["CallbackWindow", "Clinic", "Clinician", "Holiday", "Hostname", "Location", "OpeningHours"]
