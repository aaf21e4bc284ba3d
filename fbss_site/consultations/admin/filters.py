from django.contrib import admin

from fbss_site.clinics.models import Location

from ..models import ConsultationRequest


class StatusFilter(admin.SimpleListFilter):
    """Open requests unless asked otherwise: those are the work to do."""

    title = "status"
    parameter_name = "status"

    def lookups(self, request, model_admin):
        return [("all", "All"), *ConsultationRequest.Status.choices]

    def choices(self, changelist):
        first, *others = super().choices(changelist)
        return [{**first, "display": "Open"}, *others]

    def queryset(self, request, queryset):
        if self.value() == "all":
            return queryset
        return queryset.filter(status=self.value()) if self.value() else queryset.open()


class LocationFilter(admin.SimpleListFilter):
    """The places of the clinics that the member of staff sees requests of."""

    title = "location"
    parameter_name = "location"

    def lookups(self, request, model_admin):
        clinics = model_admin.get_queryset(request).order_by().values("clinic")
        return [(row.pk, f"{row.name}") for row in Location.objects.filter(clinic__in=clinics)]

    def queryset(self, request, queryset):
        return queryset.filter(location=self.value()) if (self.value() or "").isdecimal() else queryset


class AssignedFilter(admin.SimpleListFilter):
    title = "who looks after it"
    parameter_name = "assigned"

    def lookups(self, request, model_admin):
        return [("me", "Me"), ("nobody", "Nobody")]

    def queryset(self, request, queryset):
        if self.value() == "me":
            return queryset.filter(assigned_to=request.user)
        return queryset.filter(assigned_to=None) if self.value() == "nobody" else queryset
