import copy

from django import forms
from django.core.exceptions import ValidationError

from .. import publishing

STALE = (
    "Someone else changed the state of this record while you had it open. Your text is still here:"
    " look at the state above, then press the button that you want."
)


class ContentRecordForm(forms.ModelForm):
    """Shows at each field what stands against the state that the pressed button asks for.

    ``state_change`` is the button's, set by the admin for one request; ``is_stale`` says that
    the record has meanwhile come into a state that does not offer it.
    """

    state_change = None
    is_stale = False

    def _post_clean(self):
        super()._post_clean()
        if self.is_stale:
            self.add_error(None, STALE)
            return
        trial = copy.copy(self.instance)
        try:
            publishing.put_into(trial, self.state_change.status, besides=self.errors)
            if self.state_change.status == trial.Status.PUBLISHED and not self.errors:
                raise ValidationError(publishing.blocking_findings(trial))
        except ValidationError as error:
            for name, errors in error.update_error_dict({}).items():
                self.add_error(name if name in self.fields else None, errors)
