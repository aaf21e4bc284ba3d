from django.contrib import admin
from django.db import models
from django.forms import BaseInlineFormSet
from django.template.loader import render_to_string
from django.urls import reverse
from phonenumber_field.modelfields import PhoneNumberField

from . import brand
from .models import CallbackWindow, Clinic, Clinician, Holiday, Hostname, Location, OpeningHours
from .pictures import PictureField

TYPED_BY_HAND = {
    models.ImageField: {
        "form_class": PictureField,
        "help_text": "JPEG, PNG or WebP, up to 5 MB. It is scaled to at most 1600 pixels wide.",
    },
    PhoneNumberField: {
        "error_messages": {"invalid": "Type the number with its country code, for example +1 312 555 0142."}
    },
    models.URLField: {
        "assume_scheme": "https",
        "error_messages": {"invalid": "Type the whole address, for example https://booking.example.org/visit."},
    },
}


class NamedCellsFormSet(BaseInlineFormSet):
    """A table's column headings are no labels: each field of it says its own name."""

    def add_fields(self, form, index):
        super().add_fields(form, index)
        for field in form.fields.values():
            if not field.widget.is_hidden:
                field.widget.attrs.setdefault("aria-label", field.label)


class TableInline(admin.TabularInline):
    formset = NamedCellsFormSet
    extra = 0


class HostnameInline(TableInline):
    model = Hostname


class LocationInline(admin.StackedInline):
    model = Location
    formfield_overrides = TYPED_BY_HAND
    extra = 0


class OpeningHoursInline(TableInline):
    model = OpeningHours


class CallbackWindowInline(TableInline):
    model = CallbackWindow


class HolidayInline(TableInline):
    model = Holiday


class OnOwnHost:
    """“View on site” leads to the host of the clinic that the row belongs to."""

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        response = super().render_change_form(request, context, add, change, form_url, obj)
        address = self.address_on_host(request, obj) if change else None
        response.context_data |= {"absolute_url": address, "has_absolute_url": bool(address)}
        return response

    def address_on_host(self, request, row):
        hostname = self.clinic_of(row).hostnames.first()
        port = request.get_port()
        standard = port == ("443" if request.is_secure() else "80")
        host = f"{hostname}{'' if standard else ':' + port}"
        return f"{request.scheme}://{host}{self.path_of(row)}" if hostname else None


@admin.register(Clinic)
class ClinicAdmin(OnOwnHost, admin.ModelAdmin):
    formfield_overrides = TYPED_BY_HAND
    inlines = (HostnameInline, LocationInline, OpeningHoursInline, CallbackWindowInline, HolidayInline)
    list_display = ("name", "slug", "locale", "phone", "is_default", "is_sample")
    list_filter = ("locale", "is_sample")
    search_fields = ("name", "slug", "tagline", "hostnames__name")
    readonly_fields = ("accent_variants",)
    fieldsets = (
        ("Who speaks", {"fields": ("name", "slug", "tagline", "is_default", "is_sample")}),
        ("Brand", {"fields": ("logo", "accent_colour", "accent_variants", "heading_style", "corners")}),
        ("Phones", {"fields": ("phone", "second_phone", "second_phone_label")}),
        (
            "Language and emergencies",
            {
                "fields": (
                    *("locale", "time_zone", "emergency_number", "emergency_department", "urgent_line", "crisis_line"),
                )
            },
        ),
        (
            "Getting a consultation",
            {
                "fields": (
                    *("second_opinion_banner", "consultation_heading", "consultation_text", "consultation_button"),
                    *("booking_url", "online_button", "booking_mode", "callback_days"),
                    *("notify_email", "patient_email", "retention_days"),
                )
            },
        ),
        ("Whom we see", {"fields": ("telehealth", "service_area", "travelling_patients", "languages")}),
        ("Insurance", {"fields": ("insurance_note", "insurance_note_date", "insurance_note_owner")}),
        ("At the foot of each page", {"fields": ("links",)}),
    )

    def get_prepopulated_fields(self, request, obj=None):
        return {} if obj else {"slug": ("name",)}

    @admin.display(description="what is made of it")
    def accent_variants(self, clinic):
        """A colour that is none raises ValueError, for which the admin prints a dash."""
        return render_to_string("admin/accent_variants.html", {"variants": brand.variants(clinic.accent_colour)})

    def clinic_of(self, clinic):
        return clinic

    def path_of(self, clinic):
        return reverse("home")


@admin.register(Clinician)
class ClinicianAdmin(OnOwnHost, admin.ModelAdmin):
    formfield_overrides = TYPED_BY_HAND
    list_display = ("name", "credentials", "role", "clinic", "may_review", "position")
    list_filter = ("clinic", "may_review")
    list_select_related = ("clinic",)
    search_fields = ("name", "credentials", "role", "clinic__name")
    autocomplete_fields = ("clinic",)
    fieldsets = (
        (None, {"fields": ("clinic", "name", "slug", "credentials", "role", "photo")}),
        ("On the page", {"fields": ("at_a_glance", "biography", "disclosures", "position")}),
        ("Content", {"fields": ("may_review",)}),
    )

    def get_prepopulated_fields(self, request, obj=None):
        return {} if obj else {"slug": ("name",)}

    def clinic_of(self, clinician):
        return clinician.clinic

    def path_of(self, clinician):
        return clinician.get_absolute_url()


@admin.register(Location)
class LocationAdmin(admin.ModelAdmin):
    formfield_overrides = TYPED_BY_HAND
    list_display = ("name", "clinic", "phone", "position")
    list_filter = ("clinic",)
    list_select_related = ("clinic",)
    search_fields = ("name", "address", "clinic__name")
    autocomplete_fields = ("clinic",)
