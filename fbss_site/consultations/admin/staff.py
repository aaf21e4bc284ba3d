from django.contrib import admin

from ..models import AccessLine, StaffMembership


@admin.register(StaffMembership)
class StaffMembershipAdmin(admin.ModelAdmin):
    list_display = ("user", "clinic")
    list_filter = ("clinic",)
    list_select_related = ("user", "clinic")
    search_fields = ("user__username", "clinic__name")
    autocomplete_fields = ("user", "clinic")


@admin.register(AccessLine)
class AccessLineAdmin(admin.ModelAdmin):
    """Read only, for everybody."""

    list_display = ("at", "username", "action", "count", "clinic")
    list_filter = ("action", "clinic")
    list_select_related = ("clinic",)
    search_fields = ("username", "references")
    date_hierarchy = "at"

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False
