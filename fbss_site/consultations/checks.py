from django.core import checks

from . import keys


def check_keys(app_configs, **kwargs):
    """A site whose keys do not work must not take requests."""
    try:
        keys.keys()
    except keys.DataKeyError as fault:
        hint = "Set it to Fernet keys, the newest first; locally they stand in the file data-keys of the data folder."
        return [checks.Error(str(fault), hint=hint, id="consultations.E001")]
    return []
