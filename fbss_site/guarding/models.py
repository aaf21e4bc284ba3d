from django.db import models


class Tally(models.Model):
    """How often something was sent from one place within an hour or a day.

    ``mark`` is a hash under a key that changes with each such span: it tells nobody where, and cannot be linked
    with what was counted before or after. The row goes when its span is over.
    """

    mark = models.CharField(max_length=64, unique=True)
    count = models.PositiveIntegerField(default=0)
    until = models.DateTimeField(db_index=True)

    def __str__(self):
        return f"{self.count} until {self.until:%Y-%m-%d %H:%M}"
