"""The time of the call as a calendar file (RFC 5545). Names neither the clinic nor the person: others see calendars."""

from datetime import UTC

from django.utils import timezone


def calendar_file(request):
    """The bytes of an .ics file with one event: the time within which the call comes at the latest."""
    phone = request.clinic.phone.as_international
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//consultation//EN",
        "METHOD:PUBLISH",
        "BEGIN:VEVENT",
        f"UID:{request.reference}@consultation",
        f"DTSTAMP:{_utc(timezone.now())}",
        f"DTSTART:{_utc(request.call_from)}",
        f"DTEND:{_utc(request.call_by)}",
        "SUMMARY:Expect a phone call",
        f"DESCRIPTION:From {phone}\\, at the latest in this time. Reference {request.reference}",
        "CLASS:PRIVATE",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    return "".join(f"{line}\r\n" for line in lines).encode()


def _utc(moment):
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"
