"""A whole library in a few files, in canonical form."""

FILES = {
    "citations.yaml": """\
- key: kumar2007
  type: trial
  authors:
    - Kumar K
    - Taylor RS
  title: Spinal cord stimulation versus usual care
  container: Pain
  year: 2007
  volume: '132'
  doi: 10.1016/j.pain.2007.07.028
  pmid: '17845835'
  status: current

- key: niceta159
  type: guideline
  title: 'Spinal cord stimulation: guidance'
  url: https://www.nice.org.uk/guidance/ta159
  status: current
""",
    "glossary.yaml": """\
- key: dura
  term: dura
  also:
    - dura mater
  definition: The tough cover of the spinal nerves.
""",
    "synonyms.yaml": """\
- key: shivers
  words:
    - shivers
  also_means:
    - fever
  emergency: true
""",
    "clinics/sample.yaml": """\
name: Sample Clinic
is_default: true
is_sample: true
accent_colour: '#163a5f'
heading_style: classic
corners: soft
locale: en-US
time_zone: America/Chicago
phone: '+13125550142'
emergency_number: '911'
emergency_department: emergency room
urgent_line: our on-call line
crisis_line: call or text 988
consultation_heading: Ask for a consultation
consultation_button: Ask for a consultation
languages:
  - English
links:
  - Privacy /guides/privacy/
booking_mode: beside
hostnames:
  - sample.localhost
  - www.sample.localhost
hours:
  - weekday: Monday
    opens: 08:30
    closes: '12:00'
  - weekday: Monday
    opens: '13:00'
    closes: '17:00'
holidays:
  - date: 2026-12-25
    name: Christmas Day
locations:
  - name: Main house
    address: |-
      1 Sample Street
      Chicago
clinicians:
  - slug: rea-sample
    name: Rea Sample
    credentials: MD
    role: Spine surgeon
    at_a_glance:
      - Speaks Polish
    may_review: true
offerings:
  - treatment: stimulation
    note: A trial week first.
    clinicians:
      - rea-sample
    locations:
      - Main house
home_sections:
  - kind: text
    heading: Who we are
    text: About 1 in 5.[@kumar2007]
  - kind: condition
    heading: What it is
    condition: scar
    part: overview
  - kind: records
    heading: Read on
    symptoms:
      - fever
    pages:
      - privacy
""",
    "symptoms/fever.md": """\
---
title: Fever
summary: You feel hot.
status: published
position: 10
changed_on: 2026-03-01
also_known_as:
  - chills
urgency: emergency
---

## What it feels like

Hot, then cold.

## What it may point to

An infection.[@kumar2007]

## What to do

Call {{emergency_number}}.

## When to get help sooner

At once.
""",
    "conditions/scar.md": """\
---
title: Scar
status: draft
region: lumbar
symptoms:
  - fever
related_conditions:
  - wear
---

## What it is

Tissue around the [[dura]].
""",
    "conditions/wear.md": """\
---
title: Wear
status: draft
region: lumbar
related_conditions:
  - scar
---
""",
    "causes/scar-around-nerves.md": """\
---
title: Scar around nerves
status: draft
phase: after
condition: scar
---
""",
    "care-cards/emergency.md": """\
---
title: Call now
status: published
changed_on: 2026-03-01
urgency: emergency
site_wide: true
conditions:
  - scar
---

## Signs

- fever and chills

## What to do

Call {{emergency_number}}.
""",
    "treatment-groups/implants.md": """\
---
title: Implants
status: draft
---
""",
    "treatments/stimulation.md": """\
---
title: Stimulation
status: draft
group: implants
invasiveness: implant
certainty: low
conditions:
  - scar
---

## Benefits

About 1 in 5.[@kumar2007; @niceta159]
""",
    "outcomes/relief.md": """\
---
title: Relief
status: draft
treatment: stimulation
kind: benefit
measure: had half their pain relieved
with_treatment: 48
without_treatment: 9.5
compared_with: usual care
time_frame: At 6 months
people: 100 people after back surgery
citation: kumar2007
---
""",
    "pages/privacy.md": """\
---
title: Privacy
status: draft
kind: policy
---

## Text

We keep little.

---

And not for long.
""",
}
PIECES = len(FILES) + 1  # citations.yaml holds two


def write_library(folder, **changes):
    """Writes FILES; ``changes`` maps a path to other text, or to None for no such file."""
    for path, text in {**FILES, **changes}.items():
        if text is not None:
            file = folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(text.encode())
    return folder


def read_library(folder):
    return {
        file.relative_to(folder).as_posix(): file.read_bytes().decode() for file in folder.rglob("*") if file.is_file()
    }
