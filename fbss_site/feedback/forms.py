from django import forms

from . import sentences
from .models import LONGEST_SENTENCE

ANSWERS = [("yes", "Yes"), ("no", "No")]


class AnswerForm(forms.Form):
    """The two buttons are the answer; the sentence may stay empty."""

    use_required_attribute = False

    helpful = forms.ChoiceField(
        choices=ANSWERS, error_messages={"required": "Press Yes or No.", "invalid_choice": "Press Yes or No."}
    )
    sentence = forms.CharField(
        required=False,
        max_length=LONGEST_SENTENCE,
        label="What helped, or what was missing?",
        help_text="Please write nothing about your health or about who you are. Nobody can write back to you. "
        f"One sentence, up to {LONGEST_SENTENCE} characters.",
        widget=forms.Textarea(attrs={"rows": 3, "autocomplete": "off"}),
        error_messages={"max_length": "Shorten this to %(limit_value)d characters. It has %(show_value)d now."},
    )
    website = forms.CharField(required=False, label="Leave this field empty")

    def __init__(self, data=None):
        super().__init__(data, auto_id="feedback-%s")

    def clean_sentence(self):
        sentence = sentences.one_line(self.cleaned_data["sentence"])
        if sentences.tells_who(sentence):
            raise forms.ValidationError(
                "Leave out e-mail addresses, phone numbers and other long numbers: we do not want to know who you are."
            )
        if sentences.leads_away(sentence):
            raise forms.ValidationError("Leave out web addresses.")
        return sentence

    def clean_website(self):
        if self.cleaned_data["website"]:
            raise forms.ValidationError("Leave this field empty. Only machines fill it in.")
        return ""

    def error_links(self):
        """(id of the place, message) for the summary at the top."""
        places = {"helpful": "feedback-yes"}
        return [
            (places.get(name, f"feedback-{name}"), message)
            for name, messages in self.errors.items()
            for message in messages
        ]
