"""The Markdown field of a record: one section of its document and of its page."""

from markdownx.models import MarkdownxField


class BodyField(MarkdownxField):
    """``heading`` names the section in documents and on the page.

    ``needed``: a record without it cannot be published. ``shows_heading``: false for the one
    text of a guide, whose own headings then stand one level higher.
    """

    def __init__(self, heading="", help_text="", *, needed=True, shows_heading=True, **kwargs):
        heading = kwargs.pop("verbose_name", heading)
        super().__init__(heading, **{"blank": True, "help_text": help_text, **kwargs})
        self.heading, self.needed, self.shows_heading = heading, needed, shows_heading

    def to_python(self, value):
        """Line ends as in files, nothing blank at either end: what a document can hold."""
        value = super().to_python(value)
        return value.replace("\r\n", "\n").replace("\r", "\n").strip() if isinstance(value, str) else value


def body_fields(model):
    """The BodyFields of a record type, in reading order."""
    return [field for field in model._meta.get_fields() if isinstance(field, BodyField)]
