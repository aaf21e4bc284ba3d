from django.contrib import admin

from .models import MissedSearch, Synonym


@admin.register(Synonym)
class SynonymAdmin(admin.ModelAdmin):
    list_display = ("typed", "meant", "emergency")
    list_filter = ("emergency",)
    search_fields = ("key", "words", "also_means")
    fields = ("key", "words", "also_means", "emergency")

    @admin.display(description="what patients type", ordering="key")
    def typed(self, synonym):
        return ", ".join(synonym.words)

    @admin.display(description="also means")
    def meant(self, synonym):
        return ", ".join(synonym.also_means)


@admin.register(MissedSearch)
class MissedSearchAdmin(admin.ModelAdmin):
    """A list to read: search fills it. A synonym is the usual answer to what stands in it."""

    list_display = ("__str__", "count", "last_seen")
    search_fields = ("text",)
    fields = ("text", "count", "last_seen")
    readonly_fields = fields

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False
