import zoneinfo

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator, URLValidator
from django.db import models
from phonenumber_field.modelfields import PhoneNumberField

from fbss_site.fields import TextListField, validate_colour

from ..links import validate_link_lines

validate_hostname = RegexValidator(
    r"\A(?=.{1,253}\Z)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*\Z",
    "Type the host name alone, in small letters, for example pain.example.org: no https://, no port, no slash.",
)
validate_short_number = RegexValidator(r"\A[0-9]{2,6}\Z", "Type the short number alone, for example 911 or 999.")


def validate_time_zone(name):
    if name not in zoneinfo.available_timezones():
        raise ValidationError(f"“{name}” is no time zone. Type one such as America/Chicago or Europe/London.")


class ClinicQuerySet(models.QuerySet):
    def for_host(self, hostname):
        """The clinic that answers at ``hostname``, or None."""
        return self._with_canonical_host().filter(hostnames__name=hostname.lower().rstrip(".")).first()

    def default(self):
        """The clinic for hosts that have no name of their own, or None."""
        return self._with_canonical_host().filter(is_default=True).first()

    def _with_canonical_host(self):
        hostnames = Hostname.objects.filter(clinic=models.OuterRef("pk")).order_by("position", "name")
        return self.annotate(canonical_host=models.Subquery(hostnames.values("name")[:1]))


class Clinic(models.Model):
    class Locale(models.TextChoices):
        US = "en-US", "English (United States)"
        UK = "en-GB", "English (United Kingdom)"

        @property
        def date_format(self):
            return {"en-US": "F j, Y", "en-GB": "j F Y"}[self.value]

        @property
        def phone_region(self):
            return self.value.removeprefix("en-")

        @property
        def time_format(self):
            return {"en-US": "g:i a", "en-GB": "g.ia"}[self.value]

    class BookingMode(models.TextChoices):
        BESIDE = "beside", "The form, and the booking link if there is one"
        INSTEAD = "instead", "The booking link instead of the form"

    class HeadingStyle(models.TextChoices):
        PLAIN = "plain", "Plain (sans serif)"
        CLASSIC = "classic", "Classic (serif)"
        ROUNDED = "rounded", "Soft (rounded where the device has it)"

    class Corners(models.TextChoices):
        SQUARE = "square", "Square"
        SOFT = "soft", "Slightly rounded"
        ROUND = "round", "Round"

    name = models.CharField(max_length=400)
    slug = models.SlugField(unique=True, error_messages={"unique": "Another clinic already has this short name."})
    tagline = models.CharField(max_length=200, blank=True, help_text="One plain line under the name. No boast.")
    is_default = models.BooleanField(
        "default clinic", default=False, help_text="The clinic that 127.0.0.1 and localhost show. Only one can be."
    )
    is_sample = models.BooleanField(
        "sample clinic",
        default=False,
        help_text="Says at the foot of each page that clinic, people and numbers are invented.",
    )

    logo = models.ImageField(
        upload_to="logos/", blank=True, help_text="JPEG, PNG or WebP. Without one the name stands alone."
    )
    accent_colour = models.CharField(
        max_length=7,
        default="#1d6f6f",
        validators=[validate_colour],
        help_text="As #rrggbb. Lighter and darker variants are computed so that text always passes WCAG AA.",
    )
    heading_style = models.CharField(max_length=10, choices=HeadingStyle, default=HeadingStyle.PLAIN)
    corners = models.CharField(max_length=10, choices=Corners, default=Corners.SOFT)

    locale = models.CharField(max_length=5, choices=Locale, default=Locale.US)
    time_zone = models.CharField(max_length=50, default="America/New_York", validators=[validate_time_zone])
    phone = PhoneNumberField(help_text="With the country code, for example +1 312 555 0142.")
    second_phone = PhoneNumberField(blank=True)
    second_phone_label = models.CharField(max_length=60, blank=True, help_text="What it is for, such as Nurse line.")
    emergency_number = models.CharField(max_length=6, default="911", validators=[validate_short_number])
    emergency_department = models.CharField(
        max_length=40, default="emergency room", help_text="What people here call it: emergency room, A&E."
    )
    urgent_line = models.CharField(
        max_length=100,
        default="the clinic's on-call line",
        help_text="Whom to ask the same day: NHS 111, our on-call line.",
    )
    crisis_line = models.CharField(
        max_length=100,
        default="call or text 988",
        help_text="For thoughts of suicide, as an instruction: call or text 988.",
    )

    second_opinion_banner = models.CharField(
        max_length=160, blank=True, help_text="A line at the top of every page, with the phone. Empty: no banner."
    )
    consultation_heading = models.CharField(max_length=120, default="Ask for a consultation")
    consultation_text = models.TextField(max_length=600, blank=True, help_text="Two or three plain sentences.")
    consultation_button = models.CharField(max_length=40, default="Ask for a consultation")
    online_button = models.CharField(
        max_length=40, blank=True, help_text="Wording of the booking link, such as Request online."
    )
    booking_url = models.URLField(
        "booking link",
        blank=True,
        validators=[URLValidator(schemes=["https"], message="Type the whole address, starting with https://")],
        help_text="Your booking system's address, starting https://",
    )

    booking_mode = models.CharField(
        max_length=10,
        choices=BookingMode,
        default=BookingMode.BESIDE,
        help_text="What the consultation page offers online.",
    )
    callback_days = models.PositiveSmallIntegerField(
        "working days until the call",
        default=1,
        help_text="Patients are told that you call by closing time of this working day after theirs. 0: the same day.",
    )
    notify_email = models.EmailField(
        "e-mail for new requests",
        blank=True,
        help_text="Gets a line, without any name, when a request waits. Empty: staff look here by themselves.",
    )
    patient_email = models.BooleanField(
        "confirm by e-mail",
        default=True,
        help_text="A patient who gave an address gets a line that the request arrived and when you will call.",
    )

    telehealth = models.TextField(
        max_length=400, blank=True, help_text="What can be done by video or phone. Empty: not offered."
    )
    service_area = models.TextField(max_length=400, blank=True, help_text="Where your patients live.")
    travelling_patients = models.TextField(
        max_length=400, blank=True, help_text="How people from further away are looked after."
    )
    languages = TextListField(help_text="One a line.")
    insurance_note = models.TextField(max_length=600, blank=True, help_text="Facts only, no promise of cover.")
    insurance_note_date = models.DateField(null=True, blank=True, help_text="When these facts were last checked.")
    insurance_note_owner = models.CharField(
        max_length=80, blank=True, help_text="Who keeps them true: a role or a name."
    )
    links = TextListField(
        "policy and notice links",
        validators=[validate_link_lines],
        help_text="At the foot of each page, one a line: the words, then the address. Privacy /guides/privacy/",
    )
    retention_days = models.PositiveSmallIntegerField(
        default=90, help_text="How long a closed consultation request is kept, in days."
    )

    objects = ClinicQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                fields=["is_default"],
                condition=models.Q(is_default=True),
                name="clinic_one_default",
                violation_error_message="Another clinic is already the default. Untick it there first.",
            ),
            models.CheckConstraint(
                condition=models.Q(insurance_note="")
                | (models.Q(insurance_note_date__isnull=False) & ~models.Q(insurance_note_owner="")),
                name="clinic_insurance_note_dated",
                violation_error_message="An insurance note needs the date it was checked and who keeps it true.",
            ),
            models.CheckConstraint(
                condition=models.Q(second_phone="") | ~models.Q(second_phone_label=""),
                name="clinic_second_phone_labelled",
                violation_error_message="Say what the second phone is for.",
            ),
            models.CheckConstraint(
                condition=~models.Q(booking_mode="instead") | ~models.Q(booking_url=""),
                name="clinic_booking_link_there",
                violation_error_message="A booking link instead of the form needs the booking link.",
            ),
            models.CheckConstraint(
                condition=models.Q(callback_days__lte=20),
                name="clinic_callback_range",
                violation_error_message="Promise a call within 0 to 20 working days.",
            ),
            models.CheckConstraint(
                condition=models.Q(retention_days__range=(1, 3650)),
                name="clinic_retention_range",
                violation_error_message="Keep requests for 1 to 3,650 days.",
            ),
        ]

    def __str__(self):
        return self.name

    @property
    def zone(self):
        return zoneinfo.ZoneInfo(self.time_zone)

    @property
    def time_zone_label(self):
        """How people say it: “New York time” for America/New_York."""
        return f"{self.time_zone.rpartition('/')[2].replace('_', ' ')} time"


class Hostname(models.Model):
    """A host name that shows a clinic. The first one, by position, is the canonical one."""

    clinic = models.ForeignKey(Clinic, models.CASCADE, related_name="hostnames")
    name = models.CharField(
        "host name",
        max_length=253,
        unique=True,
        validators=[validate_hostname],
        error_messages={"unique": "Another clinic already answers at this host name."},
    )
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "name"]

    def __str__(self):
        return self.name
