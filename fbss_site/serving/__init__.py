"""What ``manage.py serve`` does, step by step: check the machine, prepare the site, run it."""
