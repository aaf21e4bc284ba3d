"""The Markdown editor of the admin: form field and widget of every BodyField."""

from django.apps import apps
from django.forms import Script
from markdownx.fields import MarkdownxFormField
from markdownx.widgets import AdminMarkdownxWidget

from .fields import BodyField, body_fields


class MarkdownEditor(AdminMarkdownxWidget):
    class Media:
        css = {"all": ["admin_site/markdown_editor.css"]}
        js = [Script("admin_site/markdown_editor.js", type="module")]

    def get_context(self, name, value, attrs=None):
        return {**super().get_context(name, value, attrs), "label": self.attrs.get("data-label", "")}


class MarkdownFormField(MarkdownxFormField):
    def to_python(self, value):
        """With the line ends of the stored text, so that an untouched text does not count as changed."""
        return super().to_python(value).replace("\r\n", "\n")

    def widget_attrs(self, widget):
        return {**super().widget_attrs(widget), "data-label": self.label or ""}


# For ``formfield_overrides`` of every admin whose model has a BodyField.
MARKDOWN_FIELDS = {BodyField: {"form_class": MarkdownFormField, "widget": MarkdownEditor}}


def may_edit_texts(user):
    """Whether ``user`` is staff who may add or change anything that has a Markdown text."""
    return (
        user.is_active
        and user.is_staff
        and any(
            user.has_perm(f"{model._meta.app_label}.{action}_{model._meta.model_name}")
            for model in apps.get_models()
            if body_fields(model)
            for action in ("add", "change")
        )
    )
