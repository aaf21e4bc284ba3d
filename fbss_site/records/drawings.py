"""The site's own anatomical drawings; each is templates/drawings/<value>.html."""

from django.db import models


class Drawing(models.TextChoices):
    LUMBAR_SPINE = "lumbar-spine", "The lower back from the side"
    DISC_AND_NERVE = "disc-and-nerve", "A slipped disc and a nerve root"
    FUSION = "fusion", "A spinal fusion"
    STIMULATOR = "stimulator", "A spinal cord stimulator"
    PUMP = "pump", "An intrathecal drug pump"
