"""Times and days as people at the clinic's place say them: “5 pm on Monday, November 23”."""


def clock(moment, locale):
    """A time of day: 5 pm, 8:30 am, 12 noon; 5pm, 8.30am in the United Kingdom."""
    if (moment.hour, moment.minute) == (12, 0):
        return "12 noon"
    british = locale == "en-GB"
    hour = moment.hour % 12 or 12
    minutes = f"{'.' if british else ':'}{moment.minute:02}" if moment.minute else ""
    return f"{hour}{minutes}{'' if british else ' '}{'am' if moment.hour < 12 else 'pm'}"


def day(moment, locale):
    if locale == "en-GB":
        return f"{moment:%A} {moment.day} {moment:%B}"
    return f"{moment:%A, %B} {moment.day}"


def window_text(window, locale):
    return f"{clock(window.starts, locale)} to {clock(window.ends, locale)}"


def call_by_text(moment, clinic):
    """“by 5 pm on Monday, November 23”; “as soon as we can” for no moment."""
    if moment is None:
        return "as soon as we can"
    local = moment.astimezone(clinic.zone)
    return f"by {clock(local, clinic.locale)} on {day(local, clinic.locale)}"
