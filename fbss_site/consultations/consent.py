"""What a patient agrees to. The text is stored with each request; its version says which wording it was.

Change the version whenever the wording changes.
"""

VERSION = "2026-11"


def consent_text(clinic):
    return (
        f"I agree that {clinic.name} keeps what I write here to call me about a consultation."
        f" It is stored encrypted and deleted {clinic.retention_days} days after my request is closed."
    )
