from django.contrib import admin

from .models import Term


@admin.register(Term)
class TermAdmin(admin.ModelAdmin):
    list_display = ("term", "other_names", "definition")
    search_fields = ("term", "also", "definition")
    fields = ("term", "key", "also", "definition")

    def get_prepopulated_fields(self, request, obj=None):
        return {} if obj else {"key": ("term",)}

    @admin.display(description="other names")
    def other_names(self, term):
        return ", ".join(term.also)
