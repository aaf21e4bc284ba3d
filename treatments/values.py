"""What people weigh when they choose: for their own ticking, beside a comparison. Nothing of it is sent."""

MATTERS = {
    "leg-pain": "Less leg pain",
    "back-pain": "Less back pain",
    "walking": "Walking or standing for longer",
    "sleep": "Better sleep",
    "tasks": "Work and family tasks",
    "medicines": "Fewer medicines",
    "recovery": "A short recovery",
    "visits": "Few visits, little travel",
}
WORRIES = {
    "no-help": "That it will not help",
    "worse": "That I end up worse",
    "undone": "Harm that cannot be undone",
    "again": "Another operation later",
    "implant": "Having an implant",
    "dependence": "Needing a medicine for good",
    "help-at-home": "Needing help at home",
    "costs": "Costs and time off work",
}
