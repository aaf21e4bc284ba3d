"""Requests as CSV for a spreadsheet, in which no cell can act as a formula (OWASP, CSV injection)."""

import csv
import io

# Also in their full-width forms, which some spreadsheets read alike.
ACTING = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
HEADINGS = (
    *("Reference", "Clinic", "Status", "Received", "Call by", "Assigned to", "Name", "Phone", "E-mail"),
    *("Best time", "Voicemail", "Patient", "Place", "Clinician", "Topic", "Note"),
)


def csv_text(requests):
    """The text of the file. Raises keys.DataKeyError."""
    file = io.StringIO()
    writer = csv.writer(file, quoting=csv.QUOTE_ALL)
    writer.writerow(HEADINGS)
    writer.writerows([harmless(cell) for cell in _cells(request)] for request in requests)
    return file.getvalue()


def harmless(cell):
    """``cell`` as a text that a spreadsheet shows and does not compute."""
    text = str(cell)
    return f"'{text}" if text.lstrip(" ").startswith(ACTING) else text


def _cells(request):
    details, zone = request.details, request.clinic.zone
    return (
        request.reference,
        request.clinic.name,
        request.get_status_display(),
        f"{request.received_at.astimezone(zone):%Y-%m-%d %H:%M}",
        f"{request.call_by.astimezone(zone):%Y-%m-%d %H:%M}" if request.call_by else "",
        request.assigned_to or "",
        *(details.name, details.phone_text, details.email, details.best_time, details.voicemail, details.patient),
        *(details.place, details.clinician, details.topic, details.note),
    )
