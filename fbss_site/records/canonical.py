"""Record -> its canonical document. The way back is in files.py."""

from .documents import Document
from .fields import body_fields
from .plain_values import to_plain


def to_document(record):
    """The canonical Document of a record; of one that is not saved yet, without its lists of other records."""
    sections = {field.heading: getattr(record, field.name) for field in body_fields(type(record))}
    return Document(
        front=to_plain(record, front_names(type(record))),
        sections={heading: text for heading, text in sections.items() if text},
    )


def front_names(model):
    """The keys of the front matter, in order."""
    return (*model.SHARED_FRONT, *model.front_fields)
