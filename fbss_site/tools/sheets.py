"""What the sheets ask for. Plain labels: the pages behind them hold the facts."""

from typing import NamedTuple


class Column(NamedTuple):
    key: str
    label: str


class Block(NamedTuple):
    """A heading with ``count`` lines of the same columns."""

    key: str
    heading: str
    hint: str
    columns: tuple[Column, ...]
    count: int

    @property
    def lines(self):
        return range(1, self.count + 1)


VISIT_PLANNER = (
    Block(
        "operations",
        "Operations so far",
        "A guess at the year is fine.",
        (
            Column("when", "Year"),
            Column("what", "What was done, and where on the spine"),
            Column("where", "Hospital or surgeon"),
            Column("helped", "Did it help, and for how long?"),
        ),
        4,
    ),
    Block(
        "implants",
        "Implants",
        "Screws, cages, a stimulator or a pump. Bring the implant card.",
        (Column("what", "What it is"), Column("when", "Year"), Column("model", "Maker and model")),
        2,
    ),
    Block(
        "medicines",
        "Medicines and allergies",
        "Also those that you buy yourself. Do not change any of them before the visit.",
        (Column("name", "Name and dose"), Column("often", "How often"), Column("effect", "What it does for me")),
        5,
    ),
    Block(
        "tests",
        "Tests and scans",
        "",
        (Column("what", "Which test"), Column("when", "Year"), Column("where", "Where the pictures or results are")),
        3,
    ),
    Block("goals", "My goals", "What I would like to be able to do again.", (Column("text", "Goal"),), 2),
    Block("worries", "My worries", "What I would like to talk about.", (Column("text", "Worry"),), 2),
)

OWN_QUESTIONS = Block("own", "My own questions", "", (Column("text", "Question"),), 4)


class Paper(NamedTuple):
    key: str
    name: str
    why: str


# As the guide "Second opinions and your records" lists them.
RECORDS = (
    Paper("operations", "Record of each operation", "What was done, on which side and at which level"),
    Paper("implants", "Implant list, stickers or cards", "Names each screw, cage, stimulator or pump part"),
    Paper("scans-before", "Scans from before surgery", "What the operation was meant to fix"),
    Paper("scans-after", "Scans from after surgery", "What has changed since"),
    Paper("reports", "Written reports of the scans", "What was seen at the time"),
    Paper("injections", "Reports of injections or nerve tests", "What eased the pain, and for how long"),
    Paper("medicines", "Medicine list", "What was tried, the dose and why it stopped"),
    Paper("discharge", "Discharge letters", "Infections, leaks or other problems"),
)
