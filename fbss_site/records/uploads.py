"""Pictures for the text of a record."""

from django.core.files.storage import default_storage

from fbss_site.clinics.pictures import clean_picture

# Stands where the description belongs until someone writes one; no record is published with it.
ALT_PROMPT = "Describe this picture for people who cannot see it"


def store_picture(file):
    """Stores an uploaded picture; the Markdown that shows it. Raises ValidationError with a sentence."""
    picture = clean_picture(file)
    name = default_storage.save(f"pictures/{picture.name}", picture)
    return f"![{ALT_PROMPT}]({default_storage.url(name)})"
