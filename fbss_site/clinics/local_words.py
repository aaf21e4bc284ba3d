"""A clinic's own words for the placeholders that shared text may hold."""


def local_words(clinic):
    """``{{placeholder}}`` name -> (text, address); the address is empty or a ``tel:`` one."""
    return {
        "clinic_name": (clinic.name, ""),
        "clinic_phone": (clinic.phone.as_national, clinic.phone.as_rfc3966),
        "emergency_number": (clinic.emergency_number, f"tel:{clinic.emergency_number}"),
        "emergency_department": (clinic.emergency_department, ""),
        "urgent_line": (clinic.urgent_line, ""),
        "crisis_line": (clinic.crisis_line, ""),
    }


LOCAL_WORDS = (
    "clinic_name",
    "clinic_phone",
    "emergency_number",
    "emergency_department",
    "urgent_line",
    "crisis_line",
)
