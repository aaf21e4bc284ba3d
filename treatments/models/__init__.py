"""What can be done, how sure anyone is of it, and which clinic offers it."""

from .offerings import Offering
from .outcomes import Outcome
from .treatments import Treatment, TreatmentGroup

__all__ = ["Offering", "Outcome", "Treatment", "TreatmentGroup"]
