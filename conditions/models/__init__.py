"""What a patient has, feels, was caused by and is tested for, and when to get help now.

Nothing here names treatments: they point here, and pages follow the reverse relation.
"""

from .cards import CareCard
from .causes import Cause
from .conditions import Condition
from .symptoms import Symptom
from .tests import DiagnosticTest

__all__ = ["CareCard", "Cause", "Condition", "DiagnosticTest", "Symptom"]
