"""The buttons under a record's form: each saves the record in one state, by one function of publishing.py."""

from typing import NamedTuple

from .. import publishing
from ..models import ContentRecord

Status = ContentRecord.Status


class StateChange(NamedTuple):
    button: str
    label: str
    status: str
    apply: object
    done: str
    for_publishers: bool = False


SAVE_DRAFT = StateChange(
    "_save_draft", "Save draft", Status.DRAFT, publishing.back_to_draft, "is saved as a draft. Patients do not see it."
)
SEND_TO_REVIEW = StateChange(
    "_send_to_review",
    "Send to review",
    Status.IN_REVIEW,
    publishing.send_to_review,
    "is saved and waits for someone to publish it. Patients do not see it.",
)
PUBLISH = StateChange("_publish", "Publish", Status.PUBLISHED, publishing.publish, "is published.", True)
PUBLISH_CHANGES = PUBLISH._replace(label="Publish changes")
WITHDRAW = StateChange(
    "_withdraw", "Withdraw", Status.WITHDRAWN, publishing.withdraw, "is withdrawn. Patients no longer see it.", True
)

KEEPING = {change.status: change for change in (SAVE_DRAFT, SEND_TO_REVIEW, PUBLISH, WITHDRAW)}
BUTTONS = {change.button: change for change in KEEPING.values()}


def offered(record, may_publish):
    """The changes that a record's form offers; ``record`` is None for a new one."""
    if record is not None and record.status == Status.PUBLISHED:
        return [PUBLISH_CHANGES, WITHDRAW] if may_publish else []
    return [SAVE_DRAFT, SEND_TO_REVIEW, *([PUBLISH] if may_publish else [])]


def pressed(post):
    """The change whose button was pressed, or None where a form was sent without one of them."""
    return next((change for button, change in BUTTONS.items() if button in post), None)


def keeping_state(record):
    """The change that saves a record and leaves it in the state it has."""
    return KEEPING[record.status if record else Status.DRAFT]
