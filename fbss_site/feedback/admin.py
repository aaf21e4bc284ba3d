from django.contrib import admin

from .models import Answer

# More pages than a clinic's site has in its summary would make nobody wiser.
MOST_PAGES = 200


@admin.register(Answer)
class AnswerAdmin(admin.ModelAdmin):
    """A list to read: what readers answered, counted by page. Nobody adds or changes an answer."""

    list_display = ("path", "said", "sentence", "clinic", "day")
    list_filter = ("clinic", "day", "helpful")
    list_select_related = ("clinic",)
    list_display_links = None
    search_fields = ("path", "sentence")
    fields = readonly_fields = ("clinic", "path", "helpful", "sentence", "day")

    @admin.display(description="helpful?", ordering="helpful")
    def said(self, answer):
        return "Yes" if answer.helpful else "No"

    def changelist_view(self, request, extra_context=None):
        response = super().changelist_view(request, extra_context)
        context = getattr(response, "context_data", None) or {}
        if "cl" in context:
            context["pages"] = context["cl"].queryset.by_page()[:MOST_PAGES]
        return response

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False
