"""content/ <-> database: every kind of shipped file, loaded and exported as one whole."""

from .exporting import export_library
from .loading import LoadError, LoadReport, load_library

__all__ = ["LoadError", "LoadReport", "export_library", "load_library"]
