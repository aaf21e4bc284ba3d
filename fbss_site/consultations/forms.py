"""The consultation form. Each field says why it is asked; each fault says what to do."""

from django import forms

from .consent import consent_text
from .desk import TELEHEALTH
from .details import Details
from .text_fields import NameField, PhoneField, PlainEmailField, PlainField
from .topics import topic_choices

LONGEST_NOTE = 300
PATIENT = [("new", "I have not been here before"), ("existing", "I am already a patient here")]
VOICEMAIL = [("yes", "Yes"), ("no", "No, do not leave a voicemail")]
EMAIL_FAULT = "Type an e-mail address such as name@example.com, or leave this empty."
# Those that the template places by itself.
APART = ("consent", "website")


class ConsultationForm(forms.Form):
    use_required_attribute = False

    name = NameField(
        max_length=120,
        label="Your name",
        help_text="So that we know whom to ask for.",
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={
            "required": "Type your name.",
            "max_length": "Shorten your name to %(limit_value)d characters.",
        },
    )
    phone = PhoneField(
        label="Phone number",
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "tel"}),
        error_messages={"required": "Type the phone number that we should call."},
    )
    voicemail = forms.ChoiceField(
        choices=VOICEMAIL,
        label="May we leave a voicemail?",
        help_text="Someone else may listen to it. We would only say who we are and ask you to call back.",
        widget=forms.RadioSelect,
        error_messages={"required": "Say whether we may leave a voicemail."},
    )
    best_time = forms.ChoiceField(
        required=False,
        label="Best time to call",
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": "Choose one of the times shown."},
    )
    patient = forms.ChoiceField(
        choices=PATIENT,
        label="Have you been to this clinic before?",
        help_text="A first visit takes longer, so we plan for it.",
        widget=forms.RadioSelect,
        error_messages={"required": "Say whether you have been here before."},
    )
    email = PlainEmailField(
        required=False,
        max_length=254,
        label="E-mail address",
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={"invalid": EMAIL_FAULT, "max_length": EMAIL_FAULT},
    )
    place = forms.ChoiceField(
        required=False,
        label="Where would you like to be seen?",
        help_text="So that the right place calls you.",
        error_messages={"invalid_choice": "Choose one of the places shown."},
    )
    clinician = forms.ChoiceField(
        required=False,
        label="Whom would you like to see?",
        help_text="We try to arrange it. Sometimes a colleague can see you sooner.",
        error_messages={"invalid_choice": "Choose one of the people shown."},
    )
    topic = forms.ChoiceField(
        required=False,
        label="What is it about?",
        help_text="So that whoever calls can prepare.",
        error_messages={"invalid_choice": "Choose one of the topics shown."},
    )
    note = PlainField(
        required=False,
        lines=True,
        max_length=LONGEST_NOTE,
        label="Anything we should know for the call",
        help_text="For example that you need an interpreter, or that someone else answers. "
        f"Please give no medical details here; you can tell us on the phone. Up to {LONGEST_NOTE} characters.",
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={
            "max_length": "Shorten this to %(limit_value)d characters. It has %(show_value)d now.",
        },
    )
    consent = forms.BooleanField(error_messages={"required": "Tick this box if you agree. Otherwise please call us."})
    website = PlainField(required=False, label="Leave this field empty")

    def __init__(self, data=None, *, desk, topic_path="", **kwargs):
        super().__init__(data, **kwargs)
        self.desk = desk
        clinic = desk.clinic
        self._name_phone(clinic)
        self.fields["email"].help_text = (
            "Only to tell you that your request arrived and when we will call."
            if clinic.patient_email
            else "In case we cannot reach you by phone."
        )
        self.fields["consent"].label = consent_text(clinic)
        self._offer("best_time", desk.window_choices(), f"So that you can talk. {clinic.time_zone_label}.")
        self._offer("place", desk.place_choices())
        self._offer("clinician", desk.clinician_choices())
        path = topic_path or (self.data.get("topic") or "")[:200]
        choices = topic_choices(path)
        self._offer("topic", [("", "Choose one, or leave it"), *choices])
        if topic_path and topic_path in dict(choices):
            self.initial["topic"] = topic_path

    def _name_phone(self, clinic):
        field = self.fields["phone"]
        field.region = clinic.Locale(clinic.locale).phone_region
        field.help_text = "We call you on it. Start with + if it is a number from another country."
        field.error_messages["invalid"] = (
            f"Type a phone number that we can call, such as {clinic.phone.as_national},"
            " or start with + and the country code."
        )

    def _offer(self, name, choices, help_text=""):
        """Asks ``name`` only where there is something to choose."""
        if not choices:
            del self.fields[name]
            return
        field = self.fields[name]
        field.choices = choices
        field.help_text = help_text or field.help_text

    def asked(self):
        """The questions in order."""
        return [self[name] for name in self.fields if name not in APART]

    def error_links(self):
        """(id of the first input, message) for the summary at the top."""
        return [(field.id_for_label or f"{field.auto_id}_0", message) for field in self for message in field.errors]

    def details(self):
        """What a valid form tells, in the words that the patient saw."""
        return Details(
            name=self.cleaned_data["name"],
            phone=self.cleaned_data["phone"],
            patient=self._words("patient"),
            voicemail=self._words("voicemail"),
            best_time=self._words("best_time"),
            email=self.cleaned_data["email"],
            clinician=self._words("clinician"),
            place=self._words("place"),
            topic=self._words("topic"),
            note=self.cleaned_data["note"],
            consent=self.fields["consent"].label,
        )

    def location(self):
        place = self.cleaned_data.get("place", "")
        return self.desk.locations.get(place) if place != TELEHEALTH else None

    def promise(self):
        return self.desk.promise(self.cleaned_data.get("best_time", ""))

    def _words(self, name):
        value = self.cleaned_data.get(name)
        return dict(self.fields[name].choices)[value] if value else ""
