"""What a patient tells, as one frozen value: the content of a request's sealed column."""

import unicodedata
from dataclasses import asdict, dataclass, fields

from phonenumber_field.phonenumber import PhoneNumber

PHONE, EMAIL = "phone", "email"  # what a person is found again by


@dataclass(frozen=True)
class Details:
    """``phone``: RFC 3966, so that an extension is kept. The choices are kept in the words that the patient saw."""

    name: str
    phone: str
    patient: str
    voicemail: str
    best_time: str
    email: str = ""
    clinician: str = ""
    place: str = ""
    topic: str = ""
    note: str = ""
    consent: str = ""

    @classmethod
    def from_mapping(cls, mapping):
        """Keys of a later version, or of an earlier one, are passed over."""
        known = {field.name for field in fields(cls)}
        return cls(**{name: value for name, value in mapping.items() if name in known})

    def to_mapping(self):
        return asdict(self)

    @property
    def phone_number(self):
        return PhoneNumber.from_string(self.phone)

    @property
    def phone_text(self):
        return self.phone_number.as_international

    @property
    def same_phone(self):
        """The number without its extension: how one person is told from another."""
        return self.phone_number.as_e164

    @property
    def same_email(self):
        return self.email.casefold()

    def sounds_like(self, name):
        return folded(name) in folded(self.name)


def folded(text):
    """``text`` for comparing names: no accents, no case, single spaces."""
    plain = "".join(char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char))
    return " ".join(plain.casefold().split())
