"""The front desk's inbox in the admin, who may see it, and the log of who did."""

from . import requests, staff

__all__ = ["requests", "staff"]
