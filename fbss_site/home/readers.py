"""The five kinds of reader who come to a home page, and the one tap that takes each to the right place."""

from typing import NamedTuple


class Reader(NamedTuple):
    says: str
    hint: str
    url: str
    urgent: bool = False


READERS = (
    Reader(
        "I have a new warning sign", "Numbness, weakness, bladder or bowel trouble, fever", "/symptoms/", urgent=True
    ),
    Reader("My pain never left", "The same pain as before the operation", "/symptoms/leg-pain-that-never-eased/"),
    Reader("My pain came back", "There was a good spell, and now it hurts again", "/symptoms/pain-that-comes-back/"),
    Reader(
        "I have been offered another operation or a stimulator",
        "What to ask and what to compare before you decide",
        "/guides/before-a-repeat-operation/",
    ),
    Reader("I am helping someone", "What to watch for, and how to help", "/guides/helping-someone/"),
)
