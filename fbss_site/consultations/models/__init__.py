"""Requests for a consultation. The only place of the site that holds personal data; it is sealed."""

from .outbox import OutboxMessage
from .requests import ConsultationRequest, RequestStep
from .staff import AccessLine, StaffMembership

__all__ = ["AccessLine", "ConsultationRequest", "OutboxMessage", "RequestStep", "StaffMembership"]
