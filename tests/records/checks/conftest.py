"""Prints the measures of test_measures.py below the results of every run that took them."""

import pytest

MEASURES = pytest.StashKey()


def pytest_terminal_summary(terminalreporter, config):
    if MEASURES not in config.stash:
        return
    measures, wrong = config.stash[MEASURES]
    terminalreporter.section("checks over tests/content/check_cases.yaml")
    terminalreporter.line(f"{'check':16} right  false alarms  missed  precision  recall")
    for check, one in measures.items():
        terminalreporter.line(
            f"{check:16} {one.right:5}  {one.false_alarms:12}  {one.missed:6}  {one.precision:9.3f}  {one.recall:6.3f}"
        )
    for line in wrong:
        terminalreporter.line(line)
